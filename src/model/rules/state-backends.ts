// Rules of state backends.
import type { RuleTable } from "./rule.js";

const rocksdbOnly = {
  ignores: ["ttl.compaction_filter"],
  because: "only RocksDB compacts files",
};

export const stateBackendRules: RuleTable = {
  requirements: [
    {
      of: "rocksdb",
      at: "storage.encryption",
      when: { enabled: true },
      needs: ["key_provider"],
    },
    {
      of: "rocksdb",
      at: "storage.encryption",
      when: { key_provider: "aws_kms" },
      needs: ["kms_key_id"],
    },
    { of: "external", needs: [["redis", "ignite"]] },
    { of: "external", at: "redis", needs: ["uri"] },
    { of: "external", at: "ignite", needs: ["config_path", "cache_name"] },
  ],
  orders: [
    {
      of: "rocksdb",
      at: "options",
      ascending: ["min_write_buffer_number_to_merge", "max_write_buffer_number"],
    },
  ],
  ignored: [
    { of: "hashmap", ...rocksdbOnly },
    { of: "external", ...rocksdbOnly },
  ],
  exclusions: [
    {
      of: "external",
      either: ["redis"],
      or: ["ignite"],
      problem: "state has one store",
    },
  ],
};
