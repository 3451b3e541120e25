package nexgen.bindings.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Lets a Kafka client read a setting from an environment variable, on the host where the client runs.
 *
 * <p>A default of a variable is the parameter {@code default.NAME}.
 */
public final class EnvironmentConfigProvider implements ConfigProvider {

  private static final String DEFAULT_PREFIX = "default.";

  private final Map<String, String> defaults = new HashMap<>();

  /** For Kafka, which makes an instance of each provider. */
  public EnvironmentConfigProvider() {}

  @Override
  public void configure(Map<String, ?> configs) {
    configs.forEach(
        (key, value) -> {
          if (key.startsWith(DEFAULT_PREFIX)) {
            defaults.put(key.substring(DEFAULT_PREFIX.length()), String.valueOf(value));
          }
        });
  }

  @Override
  public ConfigData get(String path) {
    throw new ConfigException("Name the variable to read");
  }

  @Override
  public ConfigData get(String path, Set<String> keys) {
    Map<String, String> values = new HashMap<>();
    for (String name : keys) {
      String value = System.getenv(name);
      if (value == null) {
        value = defaults.get(name);
      }
      if (value == null) {
        throw new ConfigException("The environment variable " + name + " is not set");
      }
      values.put(name, value);
    }
    return new ConfigData(values);
  }

  @Override
  public void close() {}
}
