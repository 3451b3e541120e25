package nexgen.bindings.runtime;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Lets a Kafka client put user name and password into its JAAS line, on the host where it runs.
 *
 * <p>A path is the folder of a secret and a key a file in it; without a path, the key is an
 * environment variable. Quotes and backslashes are escaped, so that any password is one value.
 */
public final class LoginConfigProvider implements ConfigProvider {

  /** For Kafka, which makes an instance of each provider. */
  public LoginConfigProvider() {}

  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public ConfigData get(String path) {
    throw new ConfigException("Name the key to read");
  }

  @Override
  public ConfigData get(String path, Set<String> keys) {
    Map<String, String> values = new HashMap<>();
    for (String key : keys) {
      values.put(key, quoted(path, key));
    }
    return new ConfigData(values);
  }

  private static String quoted(String path, String key) {
    String value;
    if (path == null || path.isEmpty()) {
      value = RuntimeValues.variable(key);
    } else {
      value = RuntimeValues.file(String.valueOf(Path.of(path).getFileName()), key);
    }
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new ConfigException("A login cannot hold a line break: " + key);
    }
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @Override
  public void close() {}
}
