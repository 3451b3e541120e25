// Gives a command line of `flink` to Flink's own client, which stops where it would talk to YARN, and
// prints what it understood: options, entry class and program arguments, each ended by NUL.
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.client.cli.CliFrontend;
import org.apache.flink.client.cli.CustomCommandLine;
import org.apache.flink.client.deployment.ClusterClientFactory;
import org.apache.flink.client.deployment.ClusterClientServiceLoader;
import org.apache.flink.client.deployment.ClusterDescriptor;
import org.apache.flink.client.deployment.DefaultClusterClientServiceLoader;
import org.apache.flink.client.deployment.application.ApplicationConfiguration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

public final class ParseCommand {
  private static final StringBuilder UNDERSTOOD = new StringBuilder();

  public static void main(String[] args) throws Exception {
    String folder = args[0];
    Configuration configuration = GlobalConfiguration.loadConfiguration(folder);
    List<CustomCommandLine> lines = CliFrontend.loadCustomCommandLines(configuration, folder);
    CliFrontend client = new CliFrontend(configuration, new Loader(), lines);
    int code = client.parseAndRun(Arrays.copyOfRange(args, 1, args.length));
    System.out.write(UNDERSTOOD.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
    System.exit(UNDERSTOOD.length() == 0 ? Math.max(code, 1) : 0);
  }

  private static void print(String kind, String name, String value) {
    UNDERSTOOD.append(kind).append(name).append('=').append(value).append('\0');
  }

  /** The real loader, but for the descriptor, which would reach for the cluster. */
  private static final class Loader implements ClusterClientServiceLoader {
    private final ClusterClientServiceLoader real = new DefaultClusterClientServiceLoader();

    @Override
    @SuppressWarnings("unchecked")
    public <ClusterID> ClusterClientFactory<ClusterID> getClusterClientFactory(Configuration all) {
      ClusterClientFactory<ClusterID> factory = real.getClusterClientFactory(all);
      return (ClusterClientFactory<ClusterID>)
          Proxy.newProxyInstance(
              Loader.class.getClassLoader(),
              new Class<?>[] {ClusterClientFactory.class},
              (proxy, method, values) -> {
                if (!method.getName().equals("createClusterDescriptor")) {
                  return method.invoke(factory, values);
                }
                Map<String, String> sorted = new TreeMap<>(((Configuration) values[0]).toMap());
                sorted.forEach((key, value) -> print("D", key, value));
                return descriptor();
              });
    }

    @Override
    public Stream<String> getApplicationModeTargetNames() {
      return real.getApplicationModeTargetNames();
    }
  }

  private static Object descriptor() {
    return Proxy.newProxyInstance(
        ParseCommand.class.getClassLoader(),
        new Class<?>[] {ClusterDescriptor.class},
        (proxy, method, values) -> {
          if (method.getName().equals("deployApplicationCluster")) {
            ApplicationConfiguration job = (ApplicationConfiguration) values[1];
            print("C", "class", String.valueOf(job.getApplicationClassName()));
            for (String argument : job.getProgramArguments()) {
              print("A", "argument", argument);
            }
          }
          return null;
        });
  }
}
