// Does with Flink's own classes what a job manager does at the API server, under the account that its
// pod has: it starts and stops task managers, and keeps the ConfigMaps of high availability.
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptionsInternal;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;
import org.apache.flink.kubernetes.configuration.KubernetesLeaderElectionConfiguration;
import org.apache.flink.kubernetes.entrypoint.KubernetesWorkerResourceSpecFactory;
import org.apache.flink.kubernetes.kubeclient.FlinkKubeClient;
import org.apache.flink.kubernetes.kubeclient.FlinkKubeClientFactory;
import org.apache.flink.kubernetes.kubeclient.FlinkPod;
import org.apache.flink.kubernetes.kubeclient.factory.KubernetesTaskManagerFactory;
import org.apache.flink.kubernetes.kubeclient.parameters.KubernetesTaskManagerParameters;
import org.apache.flink.kubernetes.kubeclient.resources.KubernetesConfigMap;
import org.apache.flink.kubernetes.kubeclient.resources.KubernetesLeaderElector;
import org.apache.flink.kubernetes.kubeclient.resources.KubernetesPod;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import org.apache.flink.kubernetes.utils.KubernetesUtils;
import org.apache.flink.runtime.clusterframework.ContaineredTaskManagerParameters;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

public final class JobManagerDuties {
  private static final String MAIN_CONTAINER = "flink-main-container";

  private interface Duty {
    void perform() throws Exception;
  }

  /**
   * Each argument is a folder with the configuration that the job manager's pod mounts, a kubeconfig
   * of its account and, in native mode, the template of task managers. One line for each duty:
   * folder, duty, "ok" or what the server said, separated by tabs.
   */
  public static void main(String[] folders) throws Exception {
    for (String folder : folders) {
      Configuration configuration = GlobalConfiguration.loadConfiguration(folder);
      configuration.set(KubernetesConfigOptions.KUBE_CONFIG_FILE, folder + "/kubeconfig");
      configuration.set(DeploymentOptionsInternal.CONF_DIR, folder);
      try (FlinkKubeClient client =
          FlinkKubeClientFactory.getInstance().fromConfiguration(configuration, "job-manager")) {
        File template = new File(folder, "taskmanager-pod-template.yaml");
        if (template.exists()) {
          tell(folder, "task-managers", () -> runTaskManagers(client, configuration, template));
        }
        if ("kubernetes".equals(configuration.get(HighAvailabilityOptions.HA_MODE))) {
          tell(folder, "high-availability", () -> keepState(client, configuration));
        }
      }
    }
    // Flink's client leaves threads behind.
    System.exit(0);
  }

  private static void tell(String folder, String duty, Duty work) {
    String outcome = "ok";
    try {
      work.perform();
    } catch (Exception error) {
      Throwable cause = error;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      outcome = String.valueOf(cause).replaceAll("\\s+", " ");
    }
    System.out.println(folder + "\t" + duty + "\t" + outcome);
  }

  /** Starts two, stops the second, and waits until the watch has told of both. */
  private static void runTaskManagers(
      FlinkKubeClient client, Configuration configuration, File template) throws Exception {
    String cluster = configuration.get(KubernetesConfigOptions.CLUSTER_ID);
    Map<String, String> labels = new HashMap<>(KubernetesUtils.getCommonLabels(cluster));
    labels.put("component", "taskmanager");
    CompletableFuture<Void> added = new CompletableFuture<>();
    CompletableFuture<Void> deleted = new CompletableFuture<>();
    String first = cluster + "-taskmanager-1-1";
    String second = cluster + "-taskmanager-1-2";
    FlinkPod base = KubernetesUtils.loadPodFromTemplateFile(client, template, MAIN_CONTAINER);
    try (AutoCloseable watch = watch(client, labels, first, added, second, deleted)) {
      for (String name : List.of(first, second)) {
        client.createTaskManagerPod(taskManager(configuration, base, name)).get(30, TimeUnit.SECONDS);
      }
      client.stopPod(second).get(30, TimeUnit.SECONDS);
      CompletableFuture.allOf(added, deleted).get(30, TimeUnit.SECONDS);
    }
    if (client.getPodsWithLabels(labels).stream().noneMatch(pod -> pod.getName().equals(first))) {
      throw new IllegalStateException(first + " is not among the pods with " + labels);
    }
  }

  private static AutoCloseable watch(
      FlinkKubeClient client,
      Map<String, String> labels,
      String first,
      CompletableFuture<Void> added,
      String second,
      CompletableFuture<Void> deleted)
      throws Exception {
    return client.watchPodsAndDoCallback(
        labels,
        new FlinkKubeClient.WatchCallbackHandler<KubernetesPod>() {
          @Override
          public void onAdded(List<KubernetesPod> pods) {
            if (pods.stream().anyMatch(pod -> pod.getName().equals(first))) {
              added.complete(null);
            }
          }

          @Override
          public void onModified(List<KubernetesPod> pods) {}

          @Override
          public void onDeleted(List<KubernetesPod> pods) {
            if (pods.stream().anyMatch(pod -> pod.getName().equals(second))) {
              deleted.complete(null);
            }
          }

          @Override
          public void onError(List<KubernetesPod> pods) {}

          @Override
          public void handleError(Throwable error) {
            added.completeExceptionally(error);
            deleted.completeExceptionally(error);
          }
        })::close;
  }

  /** The pod that Flink's resource manager makes. */
  private static KubernetesPod taskManager(Configuration configuration, FlinkPod base, String name) {
    TaskExecutorProcessSpec spec =
        TaskExecutorProcessUtils.processSpecFromWorkerResourceSpec(
            configuration,
            KubernetesWorkerResourceSpecFactory.INSTANCE.createDefaultWorkerResourceSpec(
                configuration));
    KubernetesTaskManagerParameters parameters =
        new KubernetesTaskManagerParameters(
            configuration,
            name,
            "",
            ProcessMemoryUtils.generateJvmParametersStr(spec),
            ContaineredTaskManagerParameters.create(configuration, spec),
            Map.of(),
            Set.of());
    return KubernetesTaskManagerFactory.buildTaskManagerKubernetesPod(base, parameters);
  }

  /** Becomes the leader, writes under the lock, sees the change, and cleans up. */
  private static void keepState(FlinkKubeClient client, Configuration configuration)
      throws Exception {
    String cluster = configuration.get(KubernetesConfigOptions.CLUSTER_ID);
    Map<String, String> labels = KubernetesUtils.getConfigMapLabels(cluster, "high-availability");
    String leader = cluster + "-cluster-config-map";
    String job = cluster + "-" + UUID.randomUUID().toString().replace("-", "") + "-config-map";
    CompletableFuture<Void> elected = new CompletableFuture<>();
    KubernetesLeaderElector elector =
        client.createLeaderElector(
            new KubernetesLeaderElectionConfiguration(leader, "this-one", configuration),
            new KubernetesLeaderElector.LeaderCallbackHandler() {
              @Override
              public void isLeader() {
                elected.complete(null);
              }

              @Override
              public void notLeader() {}
            });
    elector.run();
    elected.get(30, TimeUnit.SECONDS);
    client.createConfigMap(configMap(job, labels)).get(30, TimeUnit.SECONDS);
    CompletableFuture<Void> seen = new CompletableFuture<>();
    try (var watcher = client.createConfigMapSharedWatcher(labels);
        var watch =
            watcher.watch(job, new Changes(seen), Executors.newSingleThreadExecutor())) {
      for (String name : List.of(leader, job)) {
        client.checkAndUpdateConfigMap(name, JobManagerDuties::noted).get(30, TimeUnit.SECONDS);
      }
      seen.get(30, TimeUnit.SECONDS);
    }
    elector.stop();
    client.deleteConfigMap(job).get(30, TimeUnit.SECONDS);
    client.deleteConfigMap(leader).get(30, TimeUnit.SECONDS);
    if (client.getConfigMap(job).isPresent()) {
      throw new IllegalStateException(job + " was not deleted");
    }
  }

  private static KubernetesConfigMap configMap(String name, Map<String, String> labels) {
    return new KubernetesConfigMap(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(name)
            .withLabels(labels)
            .endMetadata()
            .withData(new ConcurrentHashMap<>())
            .build());
  }

  private static Optional<KubernetesConfigMap> noted(KubernetesConfigMap map) {
    map.getData().put("checkpointID-1", "state");
    return Optional.of(map);
  }

  private static final class Changes
      implements FlinkKubeClient.WatchCallbackHandler<KubernetesConfigMap> {
    private final CompletableFuture<Void> seen;

    Changes(CompletableFuture<Void> seen) {
      this.seen = seen;
    }

    @Override
    public void onAdded(List<KubernetesConfigMap> maps) {
      onModified(maps);
    }

    @Override
    public void onModified(List<KubernetesConfigMap> maps) {
      if (maps.stream().anyMatch(map -> map.getData().containsKey("checkpointID-1"))) {
        seen.complete(null);
      }
    }

    @Override
    public void onDeleted(List<KubernetesConfigMap> maps) {}

    @Override
    public void onError(List<KubernetesConfigMap> maps) {}

    @Override
    public void handleError(Throwable error) {
      seen.completeExceptionally(error);
    }
  }

  private JobManagerDuties() {}
}
