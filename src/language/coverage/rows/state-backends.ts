// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const stateBackendsRows: CoverageRows = {
  "state_backends.<rocksdb>.ttl.enabled": {
    "flink-conf k8s yarn standalone compose": { becomes: ["table.exec.state.ttl"] },
  },
  "state_backends.<hashmap>.ttl.enabled": {
    "flink-conf k8s yarn standalone compose": { becomes: ["table.exec.state.ttl"] },
  },
  "state_backends.<external>.ttl.enabled": {
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["E901"] },
  },
  "state_backends.<changelog>.ttl.enabled": {
    "flink-conf k8s yarn standalone compose": { becomes: ["table.exec.state.ttl"] },
  },
  "state_backends.<rocksdb>.ttl.default_ttl": {
    "flink-conf k8s yarn standalone compose": { becomes: ["table.exec.state.ttl"] },
  },
  "state_backends.<hashmap>.ttl.default_ttl": {
    "flink-conf k8s yarn standalone compose": { becomes: ["table.exec.state.ttl"] },
  },
  "state_backends.<external>.ttl.default_ttl": {
    "flink-conf k8s yarn standalone compose": { says: ["W905"] },
  },
  "state_backends.<changelog>.ttl.default_ttl": {
    "flink-conf k8s yarn standalone compose": { becomes: ["table.exec.state.ttl"] },
  },
  "state_backends.ttl.cleanup.strategy": {
    "flink-conf k8s yarn standalone compose": { says: ["W902"] },
  },
  "state_backends.ttl.cleanup.run_interval": {
    "flink-conf k8s yarn standalone compose": { says: ["W902"] },
  },
  "state_backends.ttl.cleanup.delete_batch_size": {
    "flink-conf k8s yarn standalone compose": { says: ["W902"] },
  },
  "state_backends.<rocksdb>.ttl.compaction_filter": {
    "flink-conf k8s yarn standalone compose": { says: ["W902"] },
  },
  "state_backends.<hashmap>.ttl.compaction_filter": {
    model: { says: ["W701"] },
    "flink-conf k8s yarn standalone compose": { says: ["W902"] },
  },
  "state_backends.<external>.ttl.compaction_filter": {
    model: { says: ["W701"] },
    "flink-conf k8s yarn standalone compose": { says: ["W902"] },
  },
  "state_backends.<changelog>.ttl.compaction_filter": {
    "flink-conf k8s yarn standalone compose": { says: ["W902"] },
  },
  "state_backends.state_ttls": { "flink-conf k8s yarn standalone compose": { says: ["W902"] } },
  "state_backends.<rocksdb>.regional": { model: { says: ["E718"] } },
  "state_backends.<hashmap>.regional": { model: { says: ["E718"] } },
  "state_backends.<external>.regional": { model: { says: ["E718"] } },
  "state_backends.<changelog>.regional": { model: { says: ["E702", "E718"] } },
  "state_backends.<rocksdb>.incremental": {
    "flink-conf k8s yarn standalone compose": { becomes: ["execution.checkpointing.incremental"] },
  },
  "state_backends.<rocksdb>.storage.local_directories": {
    "flink-conf yarn standalone compose": { becomes: ["state.backend.rocksdb.localdir"] },
    k8s: {
      becomes: [
        "FlinkDeployment.spec.taskManager.podTemplate",
        "kubernetes.operator.pod-template.merge-arrays-by-name",
        "state.backend.rocksdb.localdir",
      ],
    },
  },
  "state_backends.<rocksdb>.storage.directory_selection": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "state_backends.<rocksdb>.storage.encryption.enabled": {
    "flink-conf k8s yarn standalone compose": { says: ["W910"] },
  },
  "state_backends.<rocksdb>.storage.encryption.key_provider": {
    model: { says: ["E752"] },
    "flink-conf k8s yarn standalone compose": { whole: "storage.encryption", says: ["W910"] },
  },
  "state_backends.<rocksdb>.storage.encryption.kms_key_id": {
    model: { says: ["E752"] },
    "flink-conf k8s yarn standalone compose": { whole: "storage.encryption", says: ["W910"] },
  },
  "state_backends.<rocksdb>.memory.managed": {
    "flink-conf k8s yarn standalone compose": { becomes: ["state.backend.rocksdb.memory.managed"] },
  },
  "state_backends.<rocksdb>.memory.per_slot": {
    "flink-conf k8s yarn standalone compose": {
      becomes: [
        "state.backend.rocksdb.memory.fixed-per-slot",
        "taskmanager.memory.task.off-heap.size",
      ],
    },
  },
  "state_backends.<rocksdb>.options.block_cache_size": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.backend.rocksdb.block.cache-size"],
    },
  },
  "state_backends.<rocksdb>.options.write_buffer_size": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.backend.rocksdb.writebuffer.size"],
    },
  },
  "state_backends.<rocksdb>.options.max_write_buffer_number": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.backend.rocksdb.writebuffer.count"],
    },
  },
  "state_backends.<rocksdb>.options.min_write_buffer_number_to_merge": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.backend.rocksdb.writebuffer.number-to-merge"],
    },
  },
  "state_backends.<rocksdb>.options.level_compaction_dynamic_level_bytes": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.backend.rocksdb.compaction.level.use-dynamic-size"],
    },
  },
  "state_backends.<rocksdb>.options.max_background_compactions": {
    "flink-conf k8s yarn standalone compose": { becomes: ["state.backend.rocksdb.thread.num"] },
  },
  "state_backends.<rocksdb>.options.max_background_flushes": {
    "flink-conf k8s yarn standalone compose": { becomes: ["state.backend.rocksdb.thread.num"] },
  },
  "state_backends.<rocksdb>.options.bloom_filter_bits_per_key": {
    "flink-conf k8s yarn standalone compose": {
      becomes: [
        "state.backend.rocksdb.bloom-filter.bits-per-key",
        "state.backend.rocksdb.use-bloom-filter",
      ],
    },
  },
  "state_backends.<rocksdb>.options.bloom_filter_block_based": {
    "flink-conf k8s yarn standalone compose": {
      becomes: [
        "state.backend.rocksdb.bloom-filter.block-based-mode",
        "state.backend.rocksdb.use-bloom-filter",
      ],
    },
  },
  "state_backends.<rocksdb>.options.compression": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.backend.rocksdb.compression.per.level"],
    },
  },
  "state_backends.<rocksdb>.timer_service.type": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.backend.rocksdb.timer-service.factory"],
    },
  },
  "state_backends.<rocksdb>.timer_service.async": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "state_backends.<hashmap>.async_snapshots": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "state_backends.<hashmap>.memory.max_heap_size": {
    "flink-conf k8s yarn standalone compose": { says: ["E901"] },
  },
  "state_backends.<hashmap>.memory.gc_threshold": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "state_backends.<external>.redis.uri": {
    model: { says: ["E752", "E753"] },
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["E901"] },
  },
  "state_backends.<external>.redis.cluster_mode": {
    model: { says: ["E752", "E753"] },
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["E901"] },
  },
  "state_backends.<external>.redis.key_prefix": {
    model: { says: ["E752", "E753"] },
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["E901"] },
  },
  "state_backends.<external>.redis.ttl": {
    model: { says: ["E752", "E753"] },
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["E901"] },
  },
  "state_backends.<external>.ignite.config_path": {
    model: { says: ["E752", "E753"] },
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["E901"] },
  },
  "state_backends.<external>.ignite.cache_name": {
    model: { says: ["E752", "E753"] },
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["E901"] },
  },
  "state_backends.<changelog>.base_backend": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.backend.type", "taskmanager.memory.managed.size"],
    },
  },
  "state_backends.<changelog>.changelog.storage": {
    "flink-conf k8s yarn standalone compose": { becomes: ["state.changelog.dstl.dfs.base-path"] },
  },
  "state_backends.<changelog>.changelog.retention": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "state_backends.<changelog>.changelog.periodic_materialize.enabled": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.changelog.periodic-materialize.enabled"],
    },
  },
  "state_backends.<changelog>.changelog.periodic_materialize.interval": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["state.changelog.periodic-materialize.interval"],
    },
  },
};
