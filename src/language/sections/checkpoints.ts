// The rows of `checkpoints`: where and how the state of a job is saved, and how a job restarts.
import { from } from "../build-property.js";
import type { Properties, Section, Synonym } from "../property.js";
import { storageSchemes } from "./storage-schemes.js";

const spec = from("§4.3");
const module = from("SC");
const regions = from("XM");
const ours = from("addition");

const checkpoint = module.map("How checkpoints are taken.", {
  interval: module.duration("Time from the start of one checkpoint to the start of the next."),
  min_pause: module.duration("Shortest time between the end of one checkpoint and the next start."),
  timeout: module.duration("A checkpoint that takes longer is given up."),
  max_concurrent: module.integer("How many checkpoints may run at once.", { minimum: 1 }),
  mode: module.choice("Guarantee for state after a restart.", ["exactly_once", "at_least_once"]),
  incremental: module.boolean(
    "Upload only what changed since the last checkpoint; needs a backend that can do it.",
  ),
  alignment: module.map("How checkpoint barriers pass the records in flight.", {
    type: module.choice("Wait for barriers, or let them overtake records.", [
      "aligned",
      "unaligned",
    ]),
    timeout: module.duration("Alignment that takes longer switches to unaligned barriers."),
    buffer_debloat: module.boolean(
      "Shrink network buffers so that less data is in flight; for unaligned barriers.",
    ),
  }),
  tolerable_failed_checkpoints: ours.integer(
    "How many checkpoints in a row may fail before the job fails.",
    { minimum: 0 },
  ),
});

const retention = module.map("Which completed checkpoints are kept.", {
  max_checkpoints: module.integer("How many completed checkpoints are kept.", { minimum: 1 }),
  cleanup_on_cancel: module.choice("What happens to checkpoints when the job is cancelled.", [
    "delete",
    "retain",
  ]),
  externalized: module.choice(
    "What happens to externalized checkpoints when the job ends; wins over cleanup_on_cancel.",
    ["retain_on_cancellation", "retain", "delete"],
  ),
});

const recovery = module.map("How the job comes back after a failure.", {
  restart: module.map("When and how often a failed job is restarted.", {
    strategy: module.choice("How the wait between restarts is chosen.", [
      "fixed_delay",
      "failure_rate",
      "exponential_delay",
    ]),
    initial_delay: module.duration("Wait before the first restart."),
    max_delay: module.duration(
      "Longest wait between restarts; for failure_rate, the window in which failures are counted.",
    ),
    backoff_multiplier: module.number("Factor by which the wait grows after each restart.", {
      minimum: 1,
    }),
    max_attempts: module.integer(
      "Restarts before the job fails for good; for failure_rate, failures allowed per max_delay.",
      { minimum: 0 },
    ),
  }),
  state: module.map("How strictly saved state is restored.", {
    skip_corrupted: module.boolean("Fall back to an older checkpoint when one cannot be read."),
    allow_non_restored: module.boolean("Accept saved state that no operator claims any more."),
  }),
  from_savepoint: module.map("A savepoint to start the job from.", {
    path: module.location("URI of the savepoint; required with from_savepoint.", storageSchemes),
    allow_non_restored: module.boolean("Accept saved state that no operator claims any more."),
  }),
});

const monitoring = module.map("What is reported about checkpoints.", {
  metrics: module.map("Checkpoint metrics.", {
    enabled: module.boolean("Publish checkpoint metrics."),
    histogram_sample_count: module.integer("Checkpoints that a histogram looks back on.", {
      minimum: 1,
    }),
  }),
  history: module.map("Checkpoints remembered by the web UI.", {
    num_checkpoints: module.integer("How many finished checkpoints are remembered.", {
      minimum: 0,
    }),
    include_task_checkpoints: module.boolean("Remember the detail of each task as well."),
  }),
  alerts: module.map("Thresholds from which alert rules are made.", {
    checkpoint_duration_warning: module.duration(
      "A checkpoint slower than this raises a warning; below the critical threshold.",
    ),
    checkpoint_duration_critical: module.duration(
      "A checkpoint slower than this raises a critical alert.",
    ),
    checkpoint_size_warning: module.size("A checkpoint larger than this raises a warning."),
  }),
});

const kerberos = module.map("Kerberos login for HDFS.", {
  enabled: module.boolean("Log in with Kerberos."),
  principal: module.text(
    "Kerberos identity, where _HOST stands for the host name; required when enabled.",
  ),
  keytab: module.text("Path of the key file of the principal; required when enabled."),
});

const s3: Properties = {
  bucket: spec.text("Bucket that holds the checkpoints.", { required: true }),
  prefix: spec.text("Start of every object key, usually ending in a slash."),
  region: spec.text("Cloud region of the bucket."),
  s3: module.map("Settings of the S3 client.", {
    endpoint: module.location("Address of an S3-compatible store.", ["http", "https"]),
    path_style_access: module.boolean("Put the bucket into the path instead of the host name."),
    multipart_upload_threshold: module.size("Files larger than this are uploaded in parts."),
    multipart_upload_part_size: module.size("Size of one part; at most the threshold."),
  }),
  auth: module.map("Identity used towards the store.", {
    type: module.choice("Kind of identity.", ["instance_profile", "static", "assume_role"]),
    access_key: module.text("Access key id; required for static, as a reference.", {
      sensitive: "credential",
    }),
    secret_key: module.text("Secret access key; required for static, as a reference.", {
      sensitive: "credential",
    }),
    role_arn: module.text("ARN of the role to assume; required for assume_role."),
  }),
  encryption: module.map("Server-side encryption of the objects.", {
    type: module.choice("Who manages the key.", ["sse_s3", "sse_kms", "none"]),
    kms_key_id: module.text("KMS key for sse_kms; the account's own key when absent."),
  }),
  replication: regions.map("Copy of the bucket in another region.", {
    enabled: regions.boolean("Expect the bucket to be replicated."),
    destination_bucket: regions.text("Bucket that receives the copy; required when enabled."),
    destination_region: regions.text("Region of that bucket; required when enabled."),
  }),
};

const hdfs: Properties = {
  path: spec.location("HDFS directory that holds the checkpoints.", ["hdfs"], { required: true }),
  hdfs: module.map("Settings of the HDFS client.", {
    replication: module.integer("Copies kept of each block.", { minimum: 1 }),
    block_size: module.size("Block size of the files written."),
    config_path: module.text("Directory with the Hadoop configuration files."),
  }),
  kerberos,
};

const gcs: Properties = {
  bucket: spec.text("Bucket that holds the checkpoints.", { required: true }),
  prefix: spec.text("Start of every object name."),
  gcs: module.map("Settings of the Google Cloud Storage client.", {
    project_id: module.text("Google Cloud project that is billed."),
  }),
  auth: module.map("Identity used towards the store.", {
    type: module.choice("Kind of identity.", ["service_account", "workload_identity"]),
    key_file: module.text("Path of the JSON key file; required for service_account."),
  }),
};

const azureBlob: Properties = {
  container: module.text("Container that holds the checkpoints.", { required: true }),
  prefix: module.text("Start of every blob name."),
  azure: module.map(
    "Storage account and identity.",
    {
      account_name: module.text("Name of the storage account.", { required: true }),
      account_key: module.text("Account key, as a reference; required unless managed_identity.", {
        sensitive: "credential",
      }),
      auth_type: module.choice("Kind of identity.", ["managed_identity", "account_key"]),
    },
    { required: true },
  ),
};

const filesystem: Properties = {
  path: spec.location("Directory on a file system that every node sees.", ["file"], {
    required: true,
  }),
};

const synonyms: readonly Synonym[] = [
  { canonical: "checkpoint.interval", spelled: "interval", bothSet: "error" },
  { canonical: "checkpoint.min_pause", spelled: "min_pause", bothSet: "error" },
  {
    canonical: "hdfs.replication",
    spelled: "replication",
    bothSet: "error",
    types: ["hdfs"],
    shape: "scalar",
  },
];

export const checkpoints: Section = {
  kind: "named",
  summary: "Where checkpoints are stored and how they are taken, by logical name.",
  block: {
    noun: "checkpoint",
    discriminator: "type",
    common: {
      checkpoint,
      savepoint: module.map("Where savepoints of the job go.", {
        directory: module.location("URI of the folder for savepoints.", storageSchemes),
      }),
      retention,
      recovery,
      monitoring,
      regional: regions.boolean("Settings differ by region: one overlay per region name follows.", {
        default: false,
      }),
    },
    variants: { s3, hdfs, gcs, azure_blob: azureBlob, filesystem },
    synonyms,
    regionalSwitch: "regional",
  },
};
