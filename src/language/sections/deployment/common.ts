// The rows of `deployment` that every target knows: availability, scaling, transport security,
// and what holds for one region only.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";
import { storageSchemes } from "../storage-schemes.js";

const spec = from("§8.1");
const module = from("DT");
const example = from("XM");
const ours = from("addition");

const ha = module.map("High availability of the coordinator.", {
  enabled: module.boolean("Turn high availability on."),
  type: module.choice("Service that elects the leader.", ["kubernetes", "zookeeper"]),
  zookeeper: module.map("ZooKeeper connection; required for zookeeper.", {
    quorum: module.endpoints("ZooKeeper servers; required for zookeeper."),
    root_path: module.text("Root node below which Flink keeps its nodes."),
  }),
  storage_dir: module.location("URI of the folder for recovery metadata.", storageSchemes),
});

const scaling = spec.map("Scaling of the number or the size of workers.", {
  type: spec.choice("More workers, or larger ones.", ["horizontal", "vertical"]),
  min_replicas: spec.integer("Fewest workers.", { minimum: 0 }),
  max_replicas: spec.integer("Most workers; at least min_replicas.", { minimum: 1 }),
  metrics: spec.list("Signals that scaling follows.", {
    kind: "map",
    properties: {
      type: spec.choice("Signal that scaling follows.", ["cpu", "memory", "custom", "kafka_lag"], {
        required: true,
      }),
      target_utilization: spec.integer("Percent to hold; required for cpu and memory.", {
        minimum: 1,
        maximum: 100,
      }),
      target_value: module.number("Value to hold; required for kafka_lag and custom."),
    },
  }),
});

const passwords: Properties = {
  keystore_password: ours.text("Password of the key store, as a reference.", {
    sensitive: "credential",
  }),
  key_password: ours.text("Password of the key in the key store, as a reference.", {
    sensitive: "credential",
  }),
  truststore_password: ours.text("Password of the trust store, as a reference.", {
    sensitive: "credential",
  }),
};

const security = module.map("Transport security of the cluster.", {
  ssl: module.map("TLS inside the cluster and at its REST API.", {
    enabled: module.boolean("Master switch of both parts below."),
    internal: module.map("TLS between the nodes of the cluster.", {
      enabled: module.boolean("Use TLS between nodes."),
      keystore: module.text("Path of the Java key store; required when enabled."),
      truststore: module.text("Path of the Java trust store; required when enabled."),
      ...passwords,
    }),
    rest: module.map("TLS of the REST API and web UI.", {
      enabled: module.boolean("Use TLS for REST."),
      cert_file: module.text("Path of the certificate; required when enabled without key store."),
      key_file: module.text("Path of its key; required when enabled without key store."),
      keystore: ours.text("Path of the Java key store, which Flink reads instead of PEM files."),
      truststore: ours.text("Path of the Java trust store."),
      ...passwords,
    }),
  }),
});

const standby = example.map("Makes this region a passive copy.", {
  enabled: example.boolean("Run as standby."),
  processing_mode: example.choice("What the standby does until it is promoted.", [
    "shadow",
    "active",
    "inactive",
  ]),
  auto_promote: example.boolean("Take over without an operator."),
});

const compliance = example.map("Regulatory demands on this region.", {
  data_residency: example.text("Area that data must not leave, such as EU."),
  audit_logging: example.boolean("Demand an audit log."),
  encryption_at_rest: example.boolean("Demand encrypted storage."),
});

/** Legal for every target, except `type` and the parts with files of their own. */
export const common: Properties = {
  flink_version: ours.text("Flink line the artifacts are for, such as 1.20; quote it.", {
    pattern: "^[0-9]+\\.[0-9]+$",
    form: "a Flink line such as 1.20",
  }),
  multi_region: example.boolean("One deployment per region: an overlay per region name follows.", {
    default: false,
  }),
  standby,
  compliance,
  ha,
  scaling,
  security,
};
