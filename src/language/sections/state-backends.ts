// The rows of `state_backends`: where operators keep their state while a job runs.
import { from } from "../build-property.js";
import type { Properties, Section, Synonym } from "../property.js";
import { storageSchemes } from "./storage-schemes.js";

const spec = from("§4.4");
const module = from("SC");
const regions = from("XM");

const ttl = module.map("Expiry of state that is no longer touched.", {
  enabled: module.boolean("Let state expire."),
  default_ttl: module.duration("Lifetime of every state that state_ttls does not name."),
  cleanup: module.map("How expired state is removed.", {
    strategy: module.choice("When expired entries are removed.", [
      "full",
      "incremental",
      "rocksdb_compaction",
    ]),
    run_interval: module.duration("Time between two cleanup runs."),
    delete_batch_size: module.integer("Entries removed in one step.", { minimum: 1 }),
  }),
  compaction_filter: module.boolean("Drop expired entries while RocksDB compacts its files."),
});

const rocksdbStorage = module.map("Local files of RocksDB.", {
  local_directories: module.list("Directories on local disks, best on separate devices.", {
    kind: "text",
  }),
  directory_selection: module.choice("How a directory is picked for an operator.", [
    "round_robin",
    "least_used",
  ]),
  encryption: regions.map("Encryption of the local disks.", {
    enabled: regions.boolean("Demand encrypted disks."),
    key_provider: regions.text("Key service, such as aws_kms; required when enabled."),
    kms_key_id: regions.text("Key in that service; required for aws_kms."),
  }),
});

const rocksdbOptions = spec.map("Native settings of RocksDB.", {
  block_cache_size: spec.size("Cache for blocks read from disk."),
  write_buffer_size: spec.size("Size of one in-memory write buffer."),
  max_write_buffer_number: module.integer("Most write buffers of one state.", { minimum: 1 }),
  min_write_buffer_number_to_merge: module.integer(
    "Write buffers merged into one flush; at most max_write_buffer_number.",
    { minimum: 1 },
  ),
  level_compaction_dynamic_level_bytes: module.boolean("Let RocksDB choose the level sizes."),
  max_background_compactions: module.integer("Threads that compact files.", { minimum: 1 }),
  max_background_flushes: module.integer("Threads that flush write buffers.", { minimum: 1 }),
  bloom_filter_bits_per_key: module.integer("Bits that the bloom filter spends on a key.", {
    minimum: 1,
  }),
  bloom_filter_block_based: module.boolean("One bloom filter per block instead of per file."),
  compression: module.choice("Codec of the files.", ["NONE", "SNAPPY", "LZ4", "ZSTD"]),
});

const rocksdb: Properties = {
  incremental: spec.boolean("Upload only files that changed since the last checkpoint."),
  storage: rocksdbStorage,
  memory: module.map("How much memory RocksDB may use.", {
    managed: module.boolean("Take the memory from Flink's managed memory."),
    per_slot: module.size("Fixed memory for each slot."),
  }),
  options: rocksdbOptions,
  timer_service: module.map("Where timers are kept.", {
    type: module.choice("Store of the timers.", ["rocksdb", "heap"]),
    async: module.boolean("Save timers without stopping processing."),
  }),
};

const hashmap: Properties = {
  async_snapshots: spec.boolean("Save state without stopping processing."),
  memory: module.map("How much heap the state may use.", {
    max_heap_size: module.size("Largest heap for state."),
    gc_threshold: module.number("Share of the heap, 0 to 1, that starts a collection.", {
      minimum: 0,
      maximum: 1,
    }),
  }),
};

const external: Properties = {
  redis: module.map("Redis as the store; required unless ignite is set.", {
    uri: module.url("Connection string of the store; required with redis.", ["redis", "rediss"], {
      sensitive: "connection",
    }),
    cluster_mode: module.boolean("Speak the Redis cluster protocol."),
    key_prefix: module.text("Start of every key written."),
    ttl: module.duration("Lifetime of a key."),
  }),
  ignite: module.map("Ignite as the store; required unless redis is set.", {
    config_path: module.text("Path of the client configuration; required with ignite."),
    cache_name: module.text("Cache that holds the state; required with ignite."),
  }),
};

const changelog: Properties = {
  base_backend: module.choice(
    "Kind of the backend whose changes are logged.",
    ["rocksdb", "hashmap", "external"],
    { required: true },
  ),
  changelog: module.map(
    "The log of state changes.",
    {
      storage: module.location("URI of the folder for the log.", storageSchemes, {
        required: true,
      }),
      retention: module.duration("How long the log is kept."),
      periodic_materialize: module.map("Regular full saves, after which the log is cut.", {
        enabled: module.boolean("Materialize the state regularly."),
        interval: module.duration("Time between two materializations."),
      }),
    },
    { required: true },
  ),
};

const synonyms: readonly Synonym[] = [
  {
    canonical: "storage.local_directories",
    spelled: "local_directories",
    bothSet: "error",
    types: ["rocksdb"],
  },
  {
    canonical: "options.max_write_buffer_number",
    spelled: "memory.write_buffer_count",
    bothSet: "error-if-different",
    types: ["rocksdb"],
  },
];

export const stateBackends: Section = {
  kind: "named",
  summary: "Where operators keep their state while a job runs, by backend name.",
  block: {
    noun: "state backend",
    discriminator: "type",
    common: {
      ttl,
      state_ttls: module.free("Lifetimes of single states.", "state name", { kind: "duration" }),
      regional: regions.boolean("Settings differ by region: one overlay per region name follows.", {
        default: false,
      }),
    },
    variants: { rocksdb, hashmap, external, changelog },
    synonyms,
    regionalSwitch: "regional",
  },
};
