// Three Kafka brokers in one process, each a controller, with a plain and a SCRAM over TLS listener,
// and a small HTTP door through which a test reads topics and makes drift with the Admin client.
// Arguments: data folder, key store, its password. Prints "ready <door> <plain> <tls>" when it is.

import com.sun.net.httpserver.HttpServer;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

public final class Brokers {
  private static final int COUNT = 3;

  private final Admin admin;

  private Brokers(Admin admin) {
    this.admin = admin;
  }

  public static void main(String[] args) throws Exception {
    int[] ports = freePorts(3 * COUNT);
    for (int id = 0; id < COUNT; id++) start(id, ports, args);
    Properties client = new Properties();
    client.put("bootstrap.servers", "127.0.0.1:" + ports[0]);
    Admin admin = Admin.create(client);
    long deadline = System.currentTimeMillis() + 120_000;
    while (admin.describeCluster().nodes().get().size() < COUNT) {
      if (System.currentTimeMillis() > deadline) throw new IllegalStateException("no quorum");
      Thread.sleep(100);
    }
    HttpServer door = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    Brokers brokers = new Brokers(admin);
    door.createContext("/", exchange -> {
      String path = exchange.getRequestURI().getRawPath();
      String answer;
      int status = 200;
      try {
        answer = brokers.answer(path);
      } catch (Exception problem) {
        answer = String.valueOf(problem);
        status = 500;
      }
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
    door.start();
    String plain = listOf(ports, 0);
    System.out.println("ready " + door.getAddress().getPort() + " " + plain + " " + listOf(ports, COUNT));
    System.out.flush();
  }

  /** Path segments are URL encoded: a verb and its arguments. */
  private String answer(String path) throws Exception {
    List<String> words = new ArrayList<>();
    for (String word : path.substring(1).split("/", -1)) {
      words.add(URLDecoder.decode(word, StandardCharsets.UTF_8));
    }
    switch (words.get(0)) {
      case "topics":
        return topics();
      case "rights":
        return rights();
      case "user":
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
            words.get(1), new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), words.get(2))))
            .all().get();
        return "";
      case "create":
        admin.createTopics(List.of(new NewTopic(words.get(1),
            Optional.of(Integer.valueOf(words.get(2))), Optional.of(Short.valueOf(words.get(3))))))
            .all().get();
        return "";
      case "partitions":
        admin.createPartitions(Map.of(words.get(1), NewPartitions.increaseTo(Integer.parseInt(words.get(2)))))
            .all().get();
        return "";
      case "configure":
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, words.get(1));
        Collection<AlterConfigOp> set = List.of(new AlterConfigOp(
            new ConfigEntry(words.get(2), words.get(3)), AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(Map.of(topic, set)).all().get();
        return "";
      case "clear":
        admin.deleteTopics(admin.listTopics().names().get()).all().get();
        return "";
      default:
        throw new IllegalArgumentException(path);
    }
  }

  /** One line per topic: name, partitions, replicas, and what was set on it as key=value. */
  private String topics() throws Exception {
    Collection<String> names = admin.listTopics().names().get();
    List<ConfigResource> resources = names.stream()
        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).collect(Collectors.toList());
    Map<String, String> configured = new TreeMap<>();
    admin.describeConfigs(resources).all().get().forEach((resource, config) -> configured.put(
        resource.name(),
        config.entries().stream()
            .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
            .map(entry -> "\t" + entry.name() + "=" + entry.value()).sorted().collect(Collectors.joining())));
    Map<String, String> lines = new TreeMap<>();
    admin.describeTopics(names).allTopicNames().get().forEach((name, topic) -> lines.put(
        name,
        name + "\t" + topic.partitions().size() + "\t" + topic.partitions().get(0).replicas().size()
            + configured.get(name)));
    return String.join("\n", lines.values());
  }

  /** One line per right: kind, name, pattern, operation, principal. */
  private String rights() throws Exception {
    TreeSet<String> lines = new TreeSet<>();
    admin.describeAcls(AclBindingFilter.ANY).values().get().forEach(binding -> lines.add(String.join(
        "\t", binding.pattern().resourceType().name(), binding.pattern().name(),
        binding.pattern().patternType().name(), binding.entry().operation().name(),
        binding.entry().principal())));
    return String.join("\n", lines);
  }

  private static void start(int id, int[] ports, String[] args) throws Exception {
    Path data = Files.createDirectories(Path.of(args[0]).resolve("broker-" + id));
    new Formatter().setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
        .setNodeId(id).setClusterId("bmV4Z2VuLWNvbmZvcm1hbg")
        .addDirectory(data.toString()).setMetadataLogDirectory(data.toString())
        .setControllerListenerName("CONTROLLER").setIgnoreFormatted(true).run();
    String plain = "PLAIN://127.0.0.1:" + ports[id];
    String tls = "TLS://127.0.0.1:" + ports[COUNT + id];
    List<String> voters = new ArrayList<>();
    for (int voter = 0; voter < COUNT; voter++) voters.add(voter + "@127.0.0.1:" + ports[2 * COUNT + voter]);
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", String.valueOf(id));
    settings.put("controller.quorum.voters", String.join(",", voters));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.election.timeout.ms", "300");
    settings.put("listeners", plain + "," + tls + ",CONTROLLER://127.0.0.1:" + ports[2 * COUNT + id]);
    settings.put("advertised.listeners", plain + "," + tls);
    settings.put("listener.security.protocol.map", "PLAIN:PLAINTEXT,TLS:SASL_SSL,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "PLAIN");
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put("listener.name.tls.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("listener.name.tls.ssl.keystore.location", args[1]);
    settings.put("listener.name.tls.ssl.keystore.password", args[2]);
    settings.put("listener.name.tls.ssl.keystore.type", "PKCS12");
    settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:ANONYMOUS;User:admin");
    settings.put("auto.create.topics.enable", "false");
    settings.put("log.dirs", data.toString());
    settings.put("num.network.threads", "1");
    settings.put("num.io.threads", "2");
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    // Each waits for the quorum of all.
    new Thread(server::startup).start();
  }

  private static String listOf(int[] ports, int from) {
    List<String> addresses = new ArrayList<>();
    for (int id = 0; id < COUNT; id++) addresses.add("127.0.0.1:" + ports[from + id]);
    return String.join(",", addresses);
  }

  private static int[] freePorts(int count) throws Exception {
    List<ServerSocket> held = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      held.add(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
    }
    int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
    for (ServerSocket socket : held) socket.close();
    return ports;
  }
}
