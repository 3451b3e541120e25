// The rows of `deployment` for Hadoop YARN.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";

const spec = from("§8.2");
const module = from("DT");
const ours = from("addition");

const resource = module.map("How containers are requested.", {
  dynamic: module.map("Elastic allocation.", {
    enabled: module.boolean("Request and release containers as load demands."),
    min_containers: module.integer("Fewest containers.", { minimum: 0 }),
    max_containers: module.integer("Most containers.", { minimum: 1 }),
    idle_timeout: module.duration("A container idle for longer is released."),
  }),
  maximum: ours.map("The largest container that the cluster grants; larger ones are refused.", {
    memory: ours.size("Memory of a container (yarn.scheduler.maximum-allocation-mb).", {
      positive: true,
    }),
    vcores: ours.integer("Cores of a container (yarn.scheduler.maximum-allocation-vcores).", {
      minimum: 1,
    }),
  }),
});

const settings = module.map("Options of the submission.", {
  ship_files: module.list("Local files sent to every container; * stands for any text.", {
    kind: "text",
  }),
  provided_lib_dirs: module.list("URIs of folders with libraries that the cluster already has.", {
    kind: "text",
    format: "location",
  }),
  log_aggregation: module.map("Collection of container logs.", {
    enabled: module.boolean("Collect logs."),
    rolling_interval: module.duration("How often logs are collected; a bare number is seconds.", {
      bare: "s",
    }),
  }),
});

const kerberos = module.map("Kerberos login.", {
  enabled: module.boolean("Log in with Kerberos."),
  principal: module.text(
    "Kerberos identity, where _HOST stands for the host name; required when enabled.",
  ),
  keytab: module.text("Path of the key file of the principal; required when enabled."),
  renew_interval: module.duration("How often the ticket is renewed."),
});

export const yarn: Properties = {
  mode: module.choice("A shared cluster, one cluster per job, or the job's main method in it.", [
    "session",
    "per_job",
    "application",
  ]),
  queue: spec.text("Scheduler queue."),
  yarn: module.map("Access to the cluster.", {
    resource_manager: module.endpoints("Address of the resource manager."),
    config_dir: module.text("Directory with the Hadoop configuration files."),
  }),
  application: module.map("How the application appears in YARN.", {
    name: module.text("Application name."),
    type: module.text("Application type, such as flink."),
    tags: module.list("Tags of the application.", { kind: "text" }),
    priority: ours.integer("Priority in its queue; YARN cuts it to the cluster's maximum.", {
      minimum: 0,
      maximum: 2_147_483_647,
    }),
    attempts: ours.integer("How often YARN starts the job manager before it gives up.", {
      minimum: 1,
      maximum: 1000,
    }),
    node_label: ours.text("Label of the nodes for all its containers."),
  }),
  application_master: spec.map("Container of the job manager.", {
    memory: spec.size("Memory of the container.", { positive: true }),
    vcores: spec.integer("Virtual cores of the container.", { minimum: 1 }),
  }),
  container: spec.map("Containers of the task managers.", {
    memory: spec.size("Memory of one container.", { positive: true }),
    vcores: spec.integer("Virtual cores of one container.", { minimum: 1 }),
    count: module.integer("Number of containers.", { minimum: 1 }),
    node_label: ours.text("Label of the nodes for task managers, where it is another one."),
  }),
  resource,
  yarn_settings: settings,
  kerberos,
  session: module.map("The shared cluster; required for mode session.", {
    name: module.text("Name of the cluster."),
    task_managers: module.integer("Task managers started up front.", { minimum: 1 }),
    slots_per_task_manager: module.integer("Task slots of one task manager.", { minimum: 1 }),
  }),
  per_job: module.map("Settings of mode per_job.", {
    detached: module.boolean("The client returns once the job is submitted."),
    shutdown_on_completion: module.boolean("Stop the cluster when the job ends."),
  }),
};
