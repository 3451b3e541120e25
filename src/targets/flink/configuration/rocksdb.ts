// RocksDB's own settings. Its share of memory is in memory.ts, because it depends on the whole process.
import type { RocksdbStateBackend, RocksdbStateBackendOptions } from "../../../model/bindings.js";
import { at, type ConfigurationContext } from "./context.js";
import { booleanText, numberText, sizeText } from "./option-text.js";
import { isStated } from "../../../model/is-stated.js";

/** Options of a rocksdb backend, except its incremental checkpoints. */
export function rocksdb(context: ConfigurationContext, binding: RocksdbStateBackend): void {
  storage(context, binding);
  memory(context, binding);
  if (binding.options !== null) {
    tuning(context, binding.options);
    bloomFilter(context, binding.options);
    threads(context, binding.options);
  }
  timers(context, binding);
}

function storage(context: ConfigurationContext, binding: RocksdbStateBackend): void {
  const { storage: local } = binding;
  if (local === null) return;
  const directories = local.localDirectories ?? [];
  const unusable = directories.find((path) => !/^(?:file:\/\/)?\/[^,:]*$/u.test(path));
  if (unusable !== undefined) {
    context.refuse(
      local,
      "localDirectories",
      `"${unusable}" is no absolute path without "," and ":"`,
    );
  } else if (directories.length > 0) {
    // One text: a YAML list would be taken for the name of a single directory.
    context.set("state.backend.rocksdb.localdir", directories.join(","), [
      at(local, "localDirectories"),
    ]);
  }
  if (local.directorySelection === "least_used") {
    context.noEffect(
      local,
      "directorySelection",
      "Flink begins at a random directory and goes round",
    );
  }
  if (local.encryption !== null && local.encryption.enabled !== false) {
    const key = local.encryption.enabled === null ? "keyProvider" : "enabled";
    context.leaveToInfrastructure(
      local.encryption,
      key,
      "Flink never encrypts local state, the disks must be encrypted",
      "Use an encrypted storage class or volume for the directories.",
    );
  }
}

/** Whether RocksDB lives within Flink's managed memory, which is Flink's default. */
export function isManaged(binding: RocksdbStateBackend): boolean {
  return binding.memory?.managed !== false;
}

function memory(context: ConfigurationContext, binding: RocksdbStateBackend): void {
  const { memory: budget, options } = binding;
  context.copy("state.backend.rocksdb.memory.managed", budget, "managed", booleanText);
  if (isStated(budget?.perSlotBytes) && !isManaged(binding)) {
    context.copy("state.backend.rocksdb.memory.fixed-per-slot", budget, "perSlotBytes", sizeText);
  }
  if (!isStated(options?.blockCacheSizeBytes)) return;
  const shared = isManaged(binding) || isStated(budget?.perSlotBytes);
  if (shared) {
    context.noEffect(
      options,
      "blockCacheSizeBytes",
      "RocksDB takes its cache from the memory of the slot",
      "Size memory.managed of the process instead, or turn memory.managed of the state backend off.",
    );
  } else {
    context.copy(
      "state.backend.rocksdb.block.cache-size",
      options,
      "blockCacheSizeBytes",
      sizeText,
    );
    context.warn(
      options,
      "blockCacheSizeBytes",
      "each state has a cache of its own, and their sum is not limited",
    );
  }
}

function tuning(context: ConfigurationContext, options: RocksdbStateBackendOptions): void {
  const prefix = "state.backend.rocksdb";
  context.copy(`${prefix}.writebuffer.size`, options, "writeBufferSizeBytes", sizeText);
  context.copy(`${prefix}.writebuffer.count`, options, "maxWriteBufferNumber", numberText);
  context.copy(
    `${prefix}.writebuffer.number-to-merge`,
    options,
    "minWriteBufferNumberToMerge",
    numberText,
  );
  context.copy(
    `${prefix}.compaction.level.use-dynamic-size`,
    options,
    "levelCompactionDynamicLevelBytes",
    booleanText,
  );
  context.copy(`${prefix}.compression.per.level`, options, "compression", (codec) =>
    codec === "NONE" ? "NO_COMPRESSION" : `${codec}_COMPRESSION`,
  );
}

function bloomFilter(context: ConfigurationContext, options: RocksdbStateBackendOptions): void {
  const key =
    options.bloomFilterBitsPerKey === null ? "bloomFilterBlockBased" : "bloomFilterBitsPerKey";
  if (options[key] === null) return;
  // Without the switch the other two do nothing.
  context.set("state.backend.rocksdb.use-bloom-filter", "true", [at(options, key)]);
  context.copy(
    "state.backend.rocksdb.bloom-filter.bits-per-key",
    options,
    "bloomFilterBitsPerKey",
    numberText,
  );
  context.copy(
    "state.backend.rocksdb.bloom-filter.block-based-mode",
    options,
    "bloomFilterBlockBased",
    booleanText,
  );
}

function threads(context: ConfigurationContext, options: RocksdbStateBackendOptions): void {
  const { maxBackgroundCompactions, maxBackgroundFlushes } = options;
  if (maxBackgroundCompactions === null && maxBackgroundFlushes === null) return;
  const sum = (maxBackgroundCompactions ?? 0) + (maxBackgroundFlushes ?? 0);
  const stated = (["maxBackgroundCompactions", "maxBackgroundFlushes"] as const).filter(
    (key) => options[key] !== null,
  );
  context.set(
    "state.backend.rocksdb.thread.num",
    String(sum),
    stated.map((key) => at(options, key)),
    `${context.path(options)}: one budget for compactions and flushes`,
  );
  for (const key of stated) {
    context.differs(
      options,
      key,
      `RocksDB has one budget of threads for compactions and flushes (${String(sum)})`,
    );
  }
}

function timers(context: ConfigurationContext, binding: RocksdbStateBackend): void {
  const { timerService } = binding;
  if (timerService === null) return;
  context.copy("state.backend.rocksdb.timer-service.factory", timerService, "type", (type) =>
    type.toUpperCase(),
  );
  const heap = timerService.type === "heap";
  if (timerService.async === true && heap) {
    context.noEffect(
      timerService,
      "async",
      "timers on the heap stop the job while they are saved",
      "Use type: rocksdb.",
    );
  } else if (timerService.async === false && !heap) {
    context.noEffect(
      timerService,
      "async",
      "timers in RocksDB are always saved without stopping the job",
    );
  }
}
