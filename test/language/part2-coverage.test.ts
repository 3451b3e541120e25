// The rows of part 2 of the property table against a hand-made list of the vocabulary's paths.
import { expect, test } from "vitest";
import type { Block, Properties, PropertyType, Section } from "../../src/language/property.js";
import { headProperties, sections } from "../../src/language/table.js";

/**
 * Every path of the vocabulary, by section and by variant or reserved entry. `a.{b,c}` is two
 * paths, `<>` a free key, `[]` a list item, `!` marks a required property. Discriminators are not
 * rows: the names of the variants are their values.
 */
const vocabulary: Record<string, string> = {
  "checkpoints common": `
    checkpoint checkpoint.{interval,min_pause,timeout,max_concurrent,mode,incremental,alignment}
    checkpoint.alignment.{type,timeout,buffer_debloat} savepoint savepoint.directory retention
    retention.{max_checkpoints,cleanup_on_cancel,externalized} recovery recovery.restart
    recovery.restart.{strategy,initial_delay,max_delay,backoff_multiplier,max_attempts}
    recovery.state recovery.state.{skip_corrupted,allow_non_restored} recovery.from_savepoint
    recovery.from_savepoint.{path,allow_non_restored} monitoring monitoring.metrics
    monitoring.metrics.{enabled,histogram_sample_count} monitoring.history
    monitoring.history.{num_checkpoints,include_task_checkpoints} monitoring.alerts
    monitoring.alerts.{checkpoint_duration_warning,checkpoint_duration_critical,checkpoint_size_warning}
    regional
  `,
  "checkpoints s3": `
    bucket! prefix region s3
    s3.{endpoint,path_style_access,multipart_upload_threshold,multipart_upload_part_size}
    auth.{type,access_key,secret_key,role_arn} encryption.{type,kms_key_id} replication
    replication.{enabled,destination_bucket,destination_region}
  `,
  "checkpoints hdfs": `
    path! hdfs hdfs.{replication,block_size,config_path} kerberos
    kerberos.{enabled,principal,keytab}
  `,
  "checkpoints gcs": `
    bucket! prefix gcs.project_id auth.{type,key_file}
  `,
  "checkpoints azure_blob": `
    container! prefix azure! azure.{account_name!,account_key,auth_type}
  `,
  "checkpoints filesystem": `
    path!
  `,
  "state_backends common": `
    ttl ttl.{enabled,default_ttl,cleanup} ttl.cleanup.{strategy,run_interval,delete_batch_size}
    ttl.compaction_filter state_ttls state_ttls.<> regional
  `,
  "state_backends rocksdb": `
    incremental storage storage.{local_directories,directory_selection,encryption}
    storage.encryption.{enabled,key_provider,kms_key_id} memory memory.{managed,per_slot}
    options
    options.{block_cache_size,write_buffer_size,max_write_buffer_number,min_write_buffer_number_to_merge,level_compaction_dynamic_level_bytes,max_background_compactions,max_background_flushes,bloom_filter_bits_per_key,bloom_filter_block_based,compression}
    timer_service timer_service.{type,async}
  `,
  "state_backends hashmap": `
    async_snapshots memory.{max_heap_size,gc_threshold}
  `,
  "state_backends external": `
    redis redis.{uri,cluster_mode,key_prefix,ttl} ignite ignite.{config_path,cache_name}
  `,
  "state_backends changelog": `
    base_backend! changelog! changelog.{storage!,retention,periodic_materialize}
    changelog.periodic_materialize.{enabled,interval}
  `,
  "resources common": `
    parallelism parallelism.{initial,min,max} max_parallelism task_memory task_cpu _group
    operators operators.<>.parallelism auto_scale auto_scale.{enabled,metrics}
    auto_scale.metrics[].{type!,target!}
    auto_scale.{cooldown_period,scale_up_factor,scale_down_factor} memory
    memory.{heap,managed,network,network_min,network_max,framework_heap,framework_off_heap,task_off_heap}
    jvm jvm.{options,metaspace,metaspace_max} cpu_shares kubernetes kubernetes.cpu
    kubernetes.cpu.{request,limit} network
    network.{exclusive_buffers_per_channel,floating_buffers_per_gate,memory_segment_size,buffer_timeout}
    backpressure backpressure.{credit_based,buffer_debloat}
    backpressure.buffer_debloat.{enabled,target,min_buffers,max_buffers} slot_sharing
    slot_sharing.{enabled,groups} slot_sharing.groups[].{name!,operators!} co_location
    constraints constraints.node_labels constraints.node_labels.<>
    constraints.{anti_affinity,topology} constraints.topology.spread_constraint capacity
    capacity.{target_throughput,target_latency_p99} auto_size
    auto_size.{based_on,events_per_second,bytes_per_event,processing_time_ms} sla
    sla.throughput.{min,target} sla.latency.{p50,p99,max} sla.availability limits
    limits.{max_parallelism,max_task_memory,max_task_cpu} cost
    cost.{max_monthly_cost,instance_type_allowlist} monitoring monitoring.resource_metrics
    monitoring.resource_metrics.{enabled,interval} monitoring.alerts
    monitoring.alerts[].{name!,condition!,action!} regional
  `,
  "resources _task_managers": `
    count cpu slots_per_manager auto_size auto_size.total_parallelism memory
    memory.{total,flink} memory.flink.{heap,managed,network,framework,task_off_heap}
    memory.{jvm_metaspace,jvm_overhead}
  `,
  "resources _job_manager": `
    memory cpu ha ha.{type,zookeeper_quorum,storage_dir} web web.{port,submit_enable}
  `,
  "resources _quotas": `
    max_total_parallelism max_total_memory max_processes
  `,
  "deployment common": `
    multi_region standby standby.{enabled,processing_mode,auto_promote} compliance
    compliance.{data_residency,audit_logging,encryption_at_rest} ha ha.{enabled,type,zookeeper}
    ha.zookeeper.{quorum,root_path} ha.storage_dir scaling
    scaling.{type,min_replicas,max_replicas,metrics}
    scaling.metrics[].{type!,target_utilization,target_value} strategy strategy.{type!,rolling}
    strategy.rolling.{max_unavailable,max_surge,partition} strategy.blue_green
    strategy.blue_green.{switch_traffic_after,keep_old_version,traffic}
    strategy.blue_green.traffic.type strategy.canary strategy.canary.steps!
    strategy.canary.steps[].{weight!,duration,metrics} strategy.canary.rollback
    strategy.canary.rollback.{enabled,on_metrics_failure} strategy.regional_rollout
    strategy.regional_rollout.{order!,delay_between_regions,validation_time} strategy.rollback
    strategy.rollback.{auto_rollback,triggers} strategy.hooks
    strategy.hooks.{pre_upgrade,post_upgrade,pre_regional_upgrade,post_regional_upgrade}
    strategy.hooks.{pre_upgrade,post_upgrade,pre_regional_upgrade,post_regional_upgrade}[].{action!,timeout,threshold}
    savepoint
    savepoint.{auto_savepoint,directory,restore} savepoint.restore.{path,allow_non_restored}
    savepoint.periodic savepoint.periodic.{enabled,interval,retention}
    savepoint.periodic.retention.count ci_cd ci_cd.{type!,workflow} ci_cd.workflow.on_push
    ci_cd.workflow.on_push.branches ci_cd.workflow.on_pull_request
    ci_cd.workflow.on_pull_request.types ci_cd.jobs ci_cd.jobs.<>
    ci_cd.jobs.<>.{environment,needs} ci_cd.{stages,<>} ci_cd.<>.{stage,environment,when,only}
    ci_cd.application ci_cd.application.{name!,project!,source!}
    ci_cd.application.source.{repo_url!,path!,target_revision} ci_cd.sync_policy
    ci_cd.sync_policy.automated ci_cd.sync_policy.automated.{prune,self_heal}
    ci_cd.sync_policy.sync_options security security.ssl security.ssl.{enabled,internal,rest}
    security.ssl.internal.enabled security.ssl.rest.enabled
    security.ssl.internal.{keystore,truststore} security.ssl.rest.{cert_file,key_file}
  `,
  "deployment kubernetes": `
    mode namespace service_account kubernetes kubernetes.{context,config_file} image
    image.{repository,tag,pull_policy,pull_secrets} job_manager task_manager
    job_manager.replicas task_manager.replicas job_manager.resources task_manager.resources
    job_manager.resources.cpu task_manager.resources.cpu job_manager.resources.memory
    task_manager.resources.memory pod_template ingress ingress.{enabled,host,tls}
    ingress.tls.{enabled,secret_name} service service.{type,rest_port,blob_port,query_port}
    native native.{pod_template_file,quotas} native.quotas.{cpu,memory} application
    application.{main_class,args,artifacts}
  `,
  "deployment yarn": `
    mode queue yarn yarn.{resource_manager,config_dir} application application.{name,type,tags}
    application_master application_master.{memory,vcores} container
    container.{memory,vcores,count} resource resource.dynamic
    resource.dynamic.{enabled,min_containers,max_containers,idle_timeout} yarn_settings
    yarn_settings.{ship_files,provided_lib_dirs,log_aggregation}
    yarn_settings.log_aggregation.{enabled,rolling_interval} kerberos
    kerberos.{enabled,principal,keytab,renew_interval} session
    session.{name,task_managers,slots_per_task_manager} per_job
    per_job.{detached,shutdown_on_completion}
  `,
  "deployment standalone": `
    cluster cluster.job_manager! cluster.job_manager.{host!,port,web_port} cluster.task_managers
    cluster.task_managers[].{host!,port,slots}
  `,
  "deployment docker_compose": `
    compose! compose.{project_name,services}
    compose.services.<>.{image!,ports,environment,replicas,depends_on} compose.<>
    compose.<>.{image!,ports,environment,replicas,depends_on} volumes
  `,
  "regions common": `
    name! role! priority data_residency failover
    failover.{auto_promote,health_check_interval,promotion_delay}
  `,
  "failover common": `
    primary! secondary! detection
    detection.{health_check_interval,failure_threshold,recovery_threshold} promotion
    promotion.{auto_promote,promotion_delay,notification_channels} traffic
    traffic.{dns_ttl,gradual_switch,switch_percentage_per_step,step_interval}
  `,
};

/** Paths that are ours. */
const additions: Record<string, string> = {
  "checkpoints common": "checkpoint.tolerable_failed_checkpoints",
  "resources common": "checkpoint state_backend jar main_class args flink_options flink_options.<>",
  "deployment common": `
    flink_version security.ssl.internal.{keystore_password,key_password,truststore_password}
    security.ssl.rest.{keystore,truststore,keystore_password,key_password,truststore_password}
    ci_cd.<>.script ci_cd.application.{namespace,destination}
    ci_cd.application.destination.{server,name,namespace} ci_cd.pipeline
    ci_cd.pipeline.{output,source,processes,runner_labels,image,login}
  `,
  "deployment yarn": `
    application.{priority,attempts,node_label} container.node_label resource.maximum
    resource.maximum.{memory,vcores}
  `,
  "deployment docker_compose": `
    compose.services.<>.{command,volumes,healthcheck} compose.<>.{command,volumes,healthcheck}
  `,
  "deployment kubernetes": "image.digest kubernetes.{flavor,ingress_class}",
  "accept_warnings items": "code! path reason!",
};

/** Second spellings by section and variant (or reserved entry; `*` for any): spelled, canonical. */
const synonyms: readonly (readonly [string, string, string])[] = [
  ["checkpoints *", "interval", "checkpoint.interval"],
  ["checkpoints *", "min_pause", "checkpoint.min_pause"],
  ["checkpoints hdfs", "replication", "hdfs.replication"],
  ["state_backends rocksdb", "local_directories", "storage.local_directories"],
  ["state_backends rocksdb", "memory.write_buffer_count", "options.max_write_buffer_number"],
  ["resources *", "managed_memory", "memory.managed"],
  ["resources *", "network_memory", "memory.network"],
  ["resources *", "network.buffers_per_channel", "network.exclusive_buffers_per_channel"],
  ["resources *", "network.buffer_size", "network.memory_segment_size"],
  ["resources *", "slot_sharing_group", "slot_sharing.groups"],
  ["resources _task_managers", "auto_size.slots_per_manager", "slots_per_manager"],
  ["deployment kubernetes", "pod_template.annotations", "pod_template.metadata.annotations"],
  ["deployment kubernetes", "pod_template.node_selector", "pod_template.spec.node_selector"],
  ["deployment kubernetes", "pod_template.tolerations", "pod_template.spec.tolerations"],
  ["deployment kubernetes", "cluster", "kubernetes.context"],
  ["deployment standalone", "job_manager", "cluster.job_manager"],
];

function sectionOf(name: string): Section {
  const section = sections[name];
  if (section === undefined) throw new Error(`no section ${name}`);
  return section;
}

function blockOf(name: string): Block {
  const section = sectionOf(name);
  if ("block" in section) return section.block;
  throw new Error(`${name} is not laid out as a block`);
}

function reservedBlock(section: Section, key: string): Block | null {
  if (section.kind !== "named-with-reserved") return null;
  const held = section.reserved[key];
  if (held === undefined) return null;
  return "each" in held ? held.each : held;
}

/** Properties that a key of the lists above names. */
function propertiesAt(key: string): Properties {
  const [name = "", part = ""] = key.split(" ");
  const section = sectionOf(name);
  if (section.kind === "list") return section.items.properties;
  const reserved = reservedBlock(section, part);
  if (reserved !== null) return reserved.common;
  const { common, variants } = blockOf(name);
  const properties = part === "common" ? common : variants[part];
  if (properties === undefined) throw new Error(`no variant ${key}`);
  return properties;
}

interface Row {
  readonly type: PropertyType;
  readonly required: boolean;
  readonly source: string | null;
}

function collect(rows: Map<string, Row>, path: string, type: PropertyType): void {
  switch (type.kind) {
    case "map":
      collectAll(rows, `${path}.`, type.properties);
      if (type.others !== undefined) collect(rows, path, type.others);
      return;
    case "free":
      rows.set(`${path}.<>`, { type: type.values, required: false, source: null });
      return collect(rows, `${path}.<>`, type.values);
    case "list":
      return collect(rows, `${path}[]`, type.items);
    case "either":
      for (const form of type.forms) collect(rows, path, form);
      return;
    default:
  }
}

function collectAll(rows: Map<string, Row>, before: string, properties: Properties): void {
  for (const [key, { type, required, source }] of Object.entries(properties)) {
    const path = `${before}${key}`;
    rows.set(path, { type, required: required === true, source });
    collect(rows, path, type);
  }
}

function rowsAt(key: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  collectAll(rows, "", propertiesAt(key));
  return rows;
}

function expand(path: string): readonly string[] {
  const braces = /\{([^}]*)\}/u.exec(path);
  if (braces === null) return [path];
  const [whole, choices = ""] = braces;
  const [before, after] = [path.slice(0, braces.index), path.slice(braces.index + whole.length)];
  return choices.split(",").flatMap((choice) => expand(before + choice + after));
}

const listed = (text: string | undefined): readonly string[] =>
  (text ?? "")
    .split(/\s+/u)
    .filter((path) => path !== "")
    .flatMap(expand);

/** The vocabulary gives no row to some maps, which exist because something below them does. */
function isImpliedMap(path: string, type: PropertyType, paths: readonly string[]): boolean {
  return type.kind === "map" && paths.some((other) => other.startsWith(`${path}.`));
}

const keys = [...new Set([...Object.keys(vocabulary), ...Object.keys(additions)])];

test.each(keys)("%s has exactly the listed rows", (key) => {
  const want = [...listed(vocabulary[key]), ...listed(additions[key])];
  const got = [...rowsAt(key)]
    .filter(([path, { type, required }]) => {
      const known = want.some((row) => row === path || row === `${path}!`);
      return known || required || !isImpliedMap(path, type, want);
    })
    .map(([path, { required }]) => (required ? `${path}!` : path));
  expect(got.toSorted()).toEqual(want.toSorted());
});

test("every variant, reserved entry and fixed section of part 2 is listed", () => {
  const have = [
    ...["checkpoints", "state_backends", "resources", "deployment", "regions", "failover"].flatMap(
      (name) => [
        ...(Object.keys(blockOf(name).common).length > 0 ? [`${name} common`] : []),
        ...Object.keys(blockOf(name).variants).map((variant) => `${name} ${variant}`),
      ],
    ),
    ...["_task_managers", "_job_manager", "_quotas"].map((key) => `resources ${key}`),
    "accept_warnings items",
  ];
  expect(have.toSorted()).toEqual(keys.toSorted());
});

test("rows marked as additions are the listed ones", () => {
  for (const key of keys) {
    const ours = [...rowsAt(key)].flatMap(([path, { source }]) =>
      source === "addition" ? [path] : [],
    );
    const want = listed(additions[key])
      .map((path) => path.replace("!", ""))
      .filter((path) => !path.endsWith("<>"));
    expect([key, ...ours.toSorted()]).toEqual([key, ...want.toSorted()]);
  }
});

test("defaults and groups of resources take what a process takes, except _group", () => {
  const { _group, ...rest } = blockOf("resources").common;
  expect(_group).toBeDefined();
  for (const key of ["_defaults", "_groups"]) {
    const reserved = reservedBlock(sectionOf("resources"), key);
    expect(reserved?.common).toEqual(rest);
    expect(reserved?.synonyms).toEqual(blockOf("resources").synonyms);
  }
});

test("the second spellings are the listed ones", () => {
  const got = ["checkpoints", "state_backends", "resources", "deployment", "regions", "failover"]
    .flatMap((name) =>
      blockOf(name).synonyms.flatMap((synonym) =>
        (synonym.types ?? ["*"]).map((type) => [
          `${name} ${type}`,
          synonym.spelled,
          synonym.canonical,
        ]),
      ),
    )
    .concat(
      ["_task_managers", "_job_manager", "_quotas"].flatMap((key) =>
        (reservedBlock(sectionOf("resources"), key)?.synonyms ?? []).map(
          ({ spelled, canonical }) => [`resources ${key}`, spelled, canonical],
        ),
      ),
    );
  expect(got.toSorted()).toEqual(synonyms.map((row) => [...row]).toSorted());
});

test.each(synonyms)("%s: %s is no property, %s is one", (where, spelled, canonical) => {
  const rows = new Set(rowsAt(where.endsWith("*") ? where.replace("*", "common") : where).keys());
  if (!where.startsWith("resources")) {
    for (const path of rowsAt(where.replace(/ .*/u, " common")).keys()) rows.add(path);
  }
  expect(rows).not.toContain(spelled);
  // Below a raw tree there are no rows.
  expect(rows).toContain(canonical.replace(/^pod_template\..*/u, "pod_template"));
});

test("what both spellings mean when both are set, and how a value moves", () => {
  const facts = Object.fromEntries(
    ["checkpoints", "state_backends", "resources", "deployment"]
      .flatMap((name) => blockOf(name).synonyms)
      .map(({ spelled, bothSet, as, shape }) => [spelled, [bothSet, as, shape]]),
  );
  expect(facts).toMatchObject({
    interval: ["error", undefined, undefined],
    replication: ["error", undefined, "scalar"],
    local_directories: ["error", undefined, undefined],
    "memory.write_buffer_count": ["error-if-different", undefined, undefined],
    managed_memory: ["error", undefined, undefined],
    "network.buffers_per_channel": ["error-if-different", undefined, undefined],
    "network.buffer_size": ["error-if-different", undefined, undefined],
    slot_sharing_group: ["error", "slot-sharing-groups", undefined],
    cluster: ["error", undefined, "scalar"],
    job_manager: ["error", "host-and-port", "scalar"],
  });
});

const variants = (name: string) => Object.keys(blockOf(name).variants);

test("the values of the discriminators", () => {
  expect(variants("checkpoints")).toEqual(["s3", "hdfs", "gcs", "azure_blob", "filesystem"]);
  expect(variants("state_backends")).toEqual(["rocksdb", "hashmap", "external", "changelog"]);
  expect(variants("deployment")).toEqual(["kubernetes", "yarn", "standalone", "docker_compose"]);
});

test("the switches that allow an overlay per region", () => {
  const switches = Object.fromEntries(
    ["checkpoints", "state_backends", "resources", "deployment", "regions", "failover"].map(
      (name) => [name, blockOf(name).regionalSwitch],
    ),
  );
  expect(switches).toEqual({
    checkpoints: "regional",
    state_backends: "regional",
    resources: "regional",
    deployment: "multi_region",
    regions: null,
    failover: null,
  });
});

function leaf(key: string, path: string): PropertyType {
  const row = rowsAt(key).get(path);
  if (row === undefined) throw new Error(`${key} has no ${path}`);
  return row.type;
}

test.each([
  ["checkpoints common", "checkpoint.mode", "exactly_once at_least_once"],
  ["checkpoints common", "checkpoint.alignment.type", "aligned unaligned"],
  ["checkpoints common", "retention.cleanup_on_cancel", "delete retain"],
  ["checkpoints common", "retention.externalized", "retain_on_cancellation retain delete"],
  ["checkpoints common", "recovery.restart.strategy", "fixed_delay failure_rate exponential_delay"],
  ["checkpoints s3", "auth.type", "instance_profile static assume_role"],
  ["checkpoints s3", "encryption.type", "sse_s3 sse_kms none"],
  ["checkpoints gcs", "auth.type", "service_account workload_identity"],
  ["state_backends common", "ttl.cleanup.strategy", "full incremental rocksdb_compaction"],
  ["state_backends rocksdb", "storage.directory_selection", "round_robin least_used"],
  ["state_backends rocksdb", "options.compression", "NONE SNAPPY LZ4 ZSTD"],
  ["state_backends rocksdb", "timer_service.type", "rocksdb heap"],
  ["resources common", "auto_scale.metrics[].type", "kafka_lag cpu_utilization"],
  ["resources common", "monitoring.alerts[].action", "scale_up scale_down alert"],
  ["resources _job_manager", "ha.type", "zookeeper kubernetes"],
  ["deployment common", "ha.type", "kubernetes zookeeper"],
  ["deployment common", "scaling.type", "horizontal vertical"],
  ["deployment common", "scaling.metrics[].type", "cpu memory custom kafka_lag"],
  ["deployment common", "standby.processing_mode", "shadow active inactive"],
  ["deployment common", "strategy.type", "rolling_update blue_green canary rolling_regional"],
  ["deployment common", "strategy.blue_green.traffic.type", "instant gradual"],
  [
    "deployment common",
    "strategy.hooks.post_regional_upgrade[].action",
    "savepoint verify_health verify_mirror_lag verify_processing_rate",
  ],
  ["deployment common", "ci_cd.type", "github_actions gitlab_ci argocd"],
  ["deployment kubernetes", "mode", "native application session"],
  ["deployment kubernetes", "image.pull_policy", "Always IfNotPresent Never"],
  ["deployment kubernetes", "service.type", "ClusterIP LoadBalancer NodePort"],
  ["deployment kubernetes", "kubernetes.flavor", "operator plain"],
  ["deployment yarn", "mode", "session per_job application"],
  ["regions common", "role", "active standby"],
])("%s: %s is one of %s", (key, path, values) => {
  expect(leaf(key, path)).toEqual({ kind: "choice", values: values.split(" ") });
});

test.each<readonly [string, string, PropertyType]>([
  ["checkpoints common", "checkpoint.max_concurrent", { kind: "integer", minimum: 1 }],
  ["checkpoints common", "recovery.restart.backoff_multiplier", { kind: "number", minimum: 1 }],
  ["checkpoints common", "recovery.restart.max_attempts", { kind: "integer", minimum: 0 }],
  ["checkpoints common", "monitoring.history.num_checkpoints", { kind: "integer", minimum: 0 }],
  ["checkpoints hdfs", "path", { kind: "text", format: "location", schemes: ["hdfs"] }],
  ["checkpoints filesystem", "path", { kind: "text", format: "location", schemes: ["file"] }],
  ["state_backends hashmap", "memory.gc_threshold", { kind: "number", minimum: 0, maximum: 1 }],
  ["state_backends rocksdb", "memory.managed", { kind: "boolean" }],
  ["resources common", "memory.managed", { kind: "memory" }],
  ["resources common", "task_memory", { kind: "size", positive: true }],
  ["resources common", "task_cpu", { kind: "number", minimum: 0.1, maximum: 1_000_000 }],
  ["resources common", "cpu_shares", { kind: "integer", minimum: 2 }],
  ["resources common", "auto_scale.scale_up_factor", { kind: "number", above: 1 }],
  ["resources common", "sla.availability", { kind: "percentage" }],
  ["resources _job_manager", "web.port", { kind: "integer", minimum: 1, maximum: 65535 }],
  ["deployment common", "scaling.min_replicas", { kind: "integer", minimum: 0 }],
  ["deployment common", "scaling.max_replicas", { kind: "integer", minimum: 1 }],
  [
    "deployment common",
    "strategy.canary.steps[].weight",
    { kind: "integer", minimum: 1, maximum: 100 },
  ],
  ["deployment common", "security.ssl.internal.keystore_password", { kind: "text" }],
  ["deployment kubernetes", "pod_template", { kind: "raw", what: "Kubernetes pod template" }],
  ["deployment kubernetes", "native.pod_template_file", { kind: "text" }],
  [
    "deployment yarn",
    "yarn_settings.log_aggregation.rolling_interval",
    { kind: "duration", bare: "s" },
  ],
  ["deployment yarn", "yarn.resource_manager", { kind: "text", format: "endpoints" }],
  ["deployment docker_compose", "compose.services.<>.replicas", { kind: "integer", minimum: 0 }],
  [
    "failover common",
    "traffic.switch_percentage_per_step",
    { kind: "integer", minimum: 1, maximum: 100 },
  ],
])("%s: the type and range of %s", (key, path, type) => {
  expect(leaf(key, path)).toEqual(type);
});

/** Every property of part 2 with its path, for facts that hold across blocks. */
function* everyProperty(): Generator<readonly [string, Properties[string]]> {
  for (const key of keys) yield* propertiesBelow(`${key}: `, propertiesAt(key));
}

function* propertiesBelow(
  before: string,
  properties: Properties,
): Generator<readonly [string, Properties[string]]> {
  for (const [key, property] of Object.entries(properties)) {
    yield [`${before}${key}`, property];
    yield* propertiesIn(`${before}${key}`, property.type);
  }
}

function* propertiesIn(
  path: string,
  type: PropertyType,
): Generator<readonly [string, Properties[string]]> {
  if (type.kind === "map") {
    yield* propertiesBelow(`${path}.`, type.properties);
    if (type.others !== undefined) yield* propertiesIn(path, type.others);
  } else if (type.kind === "free") yield* propertiesIn(`${path}.<>`, type.values);
  else if (type.kind === "list") yield* propertiesIn(`${path}[]`, type.items);
  else if (type.kind === "either") for (const form of type.forms) yield* propertiesIn(path, form);
}

test("the defaults are the listed ones", () => {
  const defaults = [...everyProperty()].flatMap(([path, property]) =>
    property.default === undefined ? [] : [[path, property.default]],
  );
  expect(defaults).toEqual([
    ["checkpoints common: regional", false],
    ["state_backends common: regional", false],
    ["resources common: parallelism", 1],
    ["resources common: task_memory", "1gb"],
    ["resources common: task_cpu", 1],
    ["resources common: cpu_shares", 1024],
    ["resources common: regional", false],
    ["deployment common: multi_region", false],
    ["deployment kubernetes: kubernetes.flavor", "operator"],
  ]);
});

test("the sensitive properties are the listed ones", () => {
  const sensitive = [...everyProperty()].flatMap(([path, property]) =>
    property.sensitive === undefined ? [] : [`${path} ${property.sensitive}`],
  );
  const ssl = ["internal", "rest"].flatMap((part) =>
    ["keystore_password", "key_password", "truststore_password"].map(
      (name) => `deployment common: security.ssl.${part}.${name} credential`,
    ),
  );
  expect(sensitive.toSorted()).toEqual(
    [
      "checkpoints s3: auth.access_key credential",
      "checkpoints s3: auth.secret_key credential",
      "checkpoints azure_blob: azure.account_key credential",
      "state_backends external: redis.uri connection",
      "resources common: flink_options by-key",
      "deployment docker_compose: compose.services.<>.environment by-key",
      "deployment docker_compose: compose.<>.environment by-key",
      "failover common: promotion.notification_channels connection",
      ...ssl,
    ].toSorted(),
  );
});

test("every summary is one short sentence, every pattern compiles and has words for it", () => {
  for (const [path, { summary, type, source }] of everyProperty()) {
    expect.soft(summary, path).toMatch(/^[A-Z][^\n]{8,109}\.$/u);
    expect.soft(source, path).not.toBe("");
    if (type.kind !== "text" || type.pattern === undefined) continue;
    expect.soft(() => new RegExp(type.pattern ?? "", "u"), path).not.toThrow();
    expect.soft(type.form, path).toBeDefined();
  }
});

function patternAt(properties: Properties, key: string): RegExp {
  const type = properties[key]?.type;
  if (type?.kind !== "text" || type.pattern === undefined) throw new Error(`no pattern: ${key}`);
  return new RegExp(type.pattern, "u");
}

test.each([
  ["version", ["1.0", "12.3"], ["1", "1.0.0", "v1.0", ""]],
  ["environment", ["production", "production-multi-region", "base"], ["Prod", "1a", "", "a b"]],
  [
    "extends",
    ["base.infra", "../shared/base.infra", "./a-b_c.infra", "Team One/base.infra"],
    [
      "/etc/base.infra",
      "C:/base.infra",
      "https://x/base.infra",
      "a\\b.infra",
      "base.yaml",
      ".infra",
    ],
  ],
])("which texts %s takes", (key, good, bad) => {
  const pattern = patternAt(headProperties, key);
  expect(good.filter((text) => !pattern.test(text))).toEqual([]);
  expect(bad.filter((text) => pattern.test(text))).toEqual([]);
});

test("which texts the patterns of the sections take", () => {
  const warnings = sectionOf("accept_warnings");
  const code = patternAt(warnings.kind === "list" ? warnings.items.properties : {}, "code");
  expect(["W701", "my-target/slow-sink", "E701", "W70"].map((text) => code.test(text))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const mainClass = patternAt(blockOf("resources").common, "main_class");
  expect(
    ["com.example.Job", "Job$Inner", "com..Job", "job-main"].map((text) => mainClass.test(text)),
  ).toEqual([true, true, false, false]);
  const line = patternAt(blockOf("deployment").common, "flink_version");
  expect(["1.20", "2.0", "1.20.1", "v1.20"].map((text) => line.test(text))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("the head of a file, and the sections in the order of the specification", () => {
  expect(
    Object.entries(headProperties).map(([key, { required }]) => (required ? `${key}!` : key)),
  ).toEqual(["version!", "environment!", "description", "extends"]);
  expect(Object.keys(sections)).toEqual([
    "streams",
    "lookups",
    "checkpoints",
    "state_backends",
    "dead_letters",
    "completions",
    "resources",
    "secrets",
    "monitoring",
    "deployment",
    "regions",
    "failover",
    "accept_warnings",
  ]);
});

test("a failover plan may say that there is no secondary region", () => {
  expect(blockOf("failover").common["secondary"]?.nullable).toBe(true);
});

function scalarAs(properties: Properties | undefined, key: string): string | undefined {
  const type = properties?.[key]?.type;
  return type?.kind === "either" ? type.scalarAs : undefined;
}

test("an amount alone stands for the start of scaling, or for the whole process", () => {
  expect(scalarAs(blockOf("resources").common, "parallelism")).toBe("initial");
  const workers = reservedBlock(sectionOf("resources"), "_task_managers");
  expect(scalarAs(workers?.common, "memory")).toBe("total");
});
