// The metrics that Flink's Prometheus reporter exposes, by name, as recorded from running jobs of 1.20 and
// 2.2 (a FLIP-27 source, RocksDB, exactly-once Kafka sink). A table only: what a name means to an alert
// is decided in src/targets/prometheus.
import type { FlinkLine } from "./lines.js";

/** Names with one beginning, on the same lines, under the same condition. */
export interface MetricNameRow {
  readonly prefix: string;
  /** The first line that has them, and the last one; null: still there. */
  readonly since: FlinkLine;
  readonly until: FlinkLine | null;
  /** Counters and meters are gauges to Prometheus; a histogram is a summary with the label `quantile`. */
  readonly type: "gauge" | "summary";
  /** The option or connector without which they do not exist; null: always there. */
  readonly onlyWith: string | null;
  /** What follows the prefix, separated by white space. */
  readonly names: string;
}

type Facts = Pick<MetricNameRow, "since" | "until" | "type" | "onlyWith">;

function row(prefix: string, facts: Facts, names: string): MetricNameRow {
  return { prefix, ...facts, names };
}

/** Facts of a row, shortest first. */
function gauges(since: FlinkLine, until: FlinkLine | null, onlyWith: string | null = null): Facts {
  return { since, until, type: "gauge", onlyWith };
}

function summaries(since: FlinkLine, onlyWith: string | null): Facts {
  return { since, until: null, type: "summary", onlyWith };
}

export const metricNameRows: readonly MetricNameRow[] = [
  row(
    "flink_jobmanager_Status_JVM_",
    gauges("1.17", null),
    `
    CPU_Load CPU_Time ClassLoader_ClassesLoaded ClassLoader_ClassesUnloaded
    GarbageCollector_G1_Old_Generation_Count GarbageCollector_G1_Old_Generation_Time
    GarbageCollector_G1_Young_Generation_Count GarbageCollector_G1_Young_Generation_Time
    Memory_Direct_Count Memory_Direct_MemoryUsed Memory_Direct_TotalCapacity
    Memory_Heap_Committed Memory_Heap_Max Memory_Heap_Used Memory_Mapped_Count
    Memory_Mapped_MemoryUsed Memory_Mapped_TotalCapacity Memory_Metaspace_Committed
    Memory_Metaspace_Max Memory_Metaspace_Used Memory_NonHeap_Committed Memory_NonHeap_Max
    Memory_NonHeap_Used Threads_Count
    `,
  ),
  row(
    "flink_jobmanager_",
    gauges("1.17", null),
    `
    numRegisteredTaskManagers numRunningJobs taskSlotsAvailable taskSlotsTotal
    `,
  ),
  row(
    "flink_jobmanager_Status_JVM_",
    gauges("1.19", null),
    `
    GarbageCollector_All_Count GarbageCollector_All_Time GarbageCollector_All_TimeMsPerSecond
    GarbageCollector_G1_Old_Generation_TimeMsPerSecond
    GarbageCollector_G1_Young_Generation_TimeMsPerSecond
    `,
  ),
  row(
    "flink_jobmanager_",
    gauges("2.0", null),
    `
    Status_JVM_FileDescriptor_Max Status_JVM_FileDescriptor_Open
    `,
  ),
  row(
    "flink_jobmanager_job_",
    gauges("2.0", null),
    `
    allSubTasksRunningOrFinishedTime lastCheckpointCompletedTimestamp lastCheckpointMetadataSize
    numRescales
    `,
  ),
  row(
    "flink_jobmanager_job_",
    gauges("1.17", null),
    `
    cancellingTime createdTime deployingTime downtime failingTime initializingTime
    lastCheckpointDuration lastCheckpointExternalPath lastCheckpointFullSize
    lastCheckpointPersistedData lastCheckpointProcessedData lastCheckpointRestoreTimestamp
    lastCheckpointSize lastCompletedCheckpointId numRestarts numberOfCompletedCheckpoints
    numberOfFailedCheckpoints numberOfInProgressCheckpoints restartingTime runningTime
    totalNumberOfCheckpoints uptime
    `,
  ),
  row(
    "flink_jobmanager_job_",
    gauges("1.17", "1.20"),
    `
    fullRestarts
    `,
  ),
  row(
    "flink_jobmanager_job_operator_coordinator_",
    gauges("1.17", null),
    `
    enumerator_unassignedSplits
    `,
  ),
  row(
    "flink_taskmanager_",
    gauges("1.17", null),
    `
    Status_Flink_Memory_Managed_Total Status_Flink_Memory_Managed_Used
    Status_Shuffle_Netty_AvailableMemory Status_Shuffle_Netty_AvailableMemorySegments
    Status_Shuffle_Netty_RequestedMemoryUsage Status_Shuffle_Netty_TotalMemory
    Status_Shuffle_Netty_TotalMemorySegments Status_Shuffle_Netty_UsedMemory
    Status_Shuffle_Netty_UsedMemorySegments
    `,
  ),
  row(
    "flink_taskmanager_Status_JVM_",
    gauges("1.17", null),
    `
    CPU_Load CPU_Time ClassLoader_ClassesLoaded ClassLoader_ClassesUnloaded
    GarbageCollector_G1_Old_Generation_Count GarbageCollector_G1_Old_Generation_Time
    GarbageCollector_G1_Young_Generation_Count GarbageCollector_G1_Young_Generation_Time
    Memory_Direct_Count Memory_Direct_MemoryUsed Memory_Direct_TotalCapacity
    Memory_Heap_Committed Memory_Heap_Max Memory_Heap_Used Memory_Mapped_Count
    Memory_Mapped_MemoryUsed Memory_Mapped_TotalCapacity Memory_Metaspace_Committed
    Memory_Metaspace_Max Memory_Metaspace_Used Memory_NonHeap_Committed Memory_NonHeap_Max
    Memory_NonHeap_Used Threads_Count
    `,
  ),
  row(
    "flink_taskmanager_Status_JVM_",
    gauges("1.19", null),
    `
    GarbageCollector_All_Count GarbageCollector_All_Time GarbageCollector_All_TimeMsPerSecond
    GarbageCollector_G1_Old_Generation_TimeMsPerSecond
    GarbageCollector_G1_Young_Generation_TimeMsPerSecond
    `,
  ),
  row(
    "flink_taskmanager_",
    gauges("2.0", null),
    `
    Status_JVM_FileDescriptor_Max Status_JVM_FileDescriptor_Open
    `,
  ),
  row(
    "flink_taskmanager_",
    gauges("1.17", "1.20"),
    `
    Status_Network_AvailableMemorySegments Status_Network_TotalMemorySegments
    `,
  ),
  row(
    "flink_taskmanager_job_task_Shuffle_Netty_",
    gauges("1.17", null),
    `
    Input_Buffers_inPoolUsage Input_Buffers_inputExclusiveBuffersUsage
    Input_Buffers_inputFloatingBuffersUsage Input_Buffers_inputQueueLength
    Input_Buffers_inputQueueSize Input_numBuffersInLocal Input_numBuffersInLocalPerSecond
    Input_numBuffersInRemote Input_numBuffersInRemotePerSecond Input_numBytesInLocal
    Input_numBytesInLocalPerSecond Input_numBytesInRemote Input_numBytesInRemotePerSecond
    Output_Buffers_outPoolUsage Output_Buffers_outputQueueLength Output_Buffers_outputQueueSize
    `,
  ),
  row(
    "flink_taskmanager_job_task_",
    gauges("1.17", null),
    `
    accumulateBackPressuredTimeMs accumulateBusyTimeMs accumulateIdleTimeMs
    backPressuredTimeMsPerSecond busyTimeMsPerSecond changelogBusyTimeMsPerSecond
    checkpointAlignmentTime checkpointStartDelayNanos currentInputWatermark
    hardBackPressuredTimeMsPerSecond idleTimeMsPerSecond initializationTime isBackPressured
    mailboxMailsPerSecond mailboxQueueSize maxHardBackPressureTimeMs maxSoftBackPressureTimeMs
    numBuffersInLocal numBuffersInLocalPerSecond numBuffersInRemote numBuffersInRemotePerSecond
    numBuffersOut numBuffersOutPerSecond numBytesIn numBytesInLocal numBytesInLocalPerSecond
    numBytesInPerSecond numBytesInRemote numBytesInRemotePerSecond numBytesOut
    numBytesOutPerSecond numFiredTimers numFiredTimersPerSecond numRecordsIn
    numRecordsInPerSecond numRecordsOut numRecordsOutPerSecond softBackPressuredTimeMsPerSecond
    `,
  ),
  row(
    "flink_taskmanager_job_task_",
    gauges("1.17", "1.20"),
    `
    buffers_inPoolUsage buffers_inputExclusiveBuffersUsage buffers_inputFloatingBuffersUsage
    buffers_inputQueueLength buffers_inputQueueSize buffers_outPoolUsage
    buffers_outputQueueLength buffers_outputQueueSize
    `,
  ),
  row(
    "flink_taskmanager_job_task_",
    summaries("1.19", "metrics.latency.interval"),
    `
    latency_source_id_operator_id_operator_subtask_index_latency
    `,
  ),
  // Releases before 1.19.2 leave out the task.
  row(
    "flink_taskmanager_job_",
    { since: "1.17", until: "1.19", type: "summary", onlyWith: "metrics.latency.interval" },
    `
    latency_source_id_operator_id_operator_subtask_index_latency
    `,
  ),
  row(
    "flink_taskmanager_job_task_",
    summaries("1.17", null),
    `
    mailboxLatencyMs
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_KafkaProducer_",
    gauges("1.17", null, "a Kafka source or sink"),
    `
    batch_size_avg batch_size_max batch_split_rate batch_split_total buffer_available_bytes
    buffer_exhausted_rate buffer_exhausted_total buffer_total_bytes bufferpool_wait_ratio
    bufferpool_wait_time_ns_total commit_id compression_rate_avg connection_close_rate
    connection_close_total connection_count connection_creation_rate connection_creation_total
    count failed_authentication_rate failed_authentication_total failed_reauthentication_rate
    failed_reauthentication_total flush_time_ns_total incoming_byte_rate incoming_byte_total
    io_ratio io_time_ns_avg io_time_ns_total io_wait_ratio io_wait_time_ns_avg
    io_wait_time_ns_total metadata_age metadata_wait_time_ns_total network_io_rate
    network_io_total outgoing_byte_rate outgoing_byte_total produce_throttle_time_avg
    produce_throttle_time_max reauthentication_latency_avg reauthentication_latency_max
    record_error_rate record_error_total record_queue_time_avg record_queue_time_max
    record_retry_rate record_retry_total record_send_rate record_send_total record_size_avg
    record_size_max records_per_request_avg request_latency_avg request_latency_max request_rate
    request_size_avg request_size_max request_total requests_in_flight response_rate
    response_total select_rate select_total start_time_ms
    successful_authentication_no_reauth_total successful_authentication_rate
    successful_authentication_total successful_reauthentication_rate
    successful_reauthentication_total txn_abort_time_ns_total txn_begin_time_ns_total
    txn_commit_time_ns_total txn_init_time_ns_total txn_send_offsets_time_ns_total version
    waiting_threads
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_KafkaSourceReader_KafkaConsumer_",
    gauges("1.17", null, "a Kafka source or sink"),
    `
    assigned_partitions bytes_consumed_rate bytes_consumed_total commit_id commit_latency_avg
    commit_latency_max commit_rate commit_sync_time_ns_total commit_total
    committed_time_ns_total connection_close_rate connection_close_total connection_count
    connection_creation_rate connection_creation_total count failed_authentication_rate
    failed_authentication_total failed_reauthentication_rate failed_reauthentication_total
    failed_rebalance_rate_per_hour failed_rebalance_total fetch_latency_avg fetch_latency_max
    fetch_rate fetch_size_avg fetch_size_max fetch_throttle_time_avg fetch_throttle_time_max
    fetch_total heartbeat_rate heartbeat_response_time_max heartbeat_total incoming_byte_rate
    incoming_byte_total io_ratio io_time_ns_avg io_time_ns_total io_wait_ratio
    io_wait_time_ns_avg io_wait_time_ns_total join_rate join_time_avg join_time_max join_total
    last_heartbeat_seconds_ago last_poll_seconds_ago last_rebalance_seconds_ago network_io_rate
    network_io_total outgoing_byte_rate outgoing_byte_total partition_assigned_latency_avg
    partition_assigned_latency_max partition_lost_latency_avg partition_lost_latency_max
    partition_revoked_latency_avg partition_revoked_latency_max poll_idle_ratio_avg
    reauthentication_latency_avg reauthentication_latency_max rebalance_latency_avg
    rebalance_latency_max rebalance_latency_total rebalance_rate_per_hour rebalance_total
    records_consumed_rate records_consumed_total records_lag_max records_lead_min
    records_per_request_avg request_rate request_size_avg request_size_max request_total
    response_rate response_total select_rate select_total start_time_ms
    successful_authentication_no_reauth_total successful_authentication_rate
    successful_authentication_total successful_reauthentication_rate
    successful_reauthentication_total sync_rate sync_time_avg sync_time_max sync_total
    time_between_poll_avg time_between_poll_max version
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_KafkaSourceReader_",
    gauges("1.17", null, "a Kafka source or sink"),
    `
    commitsFailed commitsSucceeded topic_partition_committedOffset topic_partition_currentOffset
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_",
    gauges("1.17", null, "a Kafka source or sink"),
    `
    currentSendTime pendingRecords
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_",
    gauges("1.17", "1.20", "a Kafka source or sink"),
    `
    KafkaProducer_bufferpool_wait_time_total KafkaProducer_io_waittime_total
    KafkaProducer_iotime_total KafkaSourceReader_KafkaConsumer_io_waittime_total
    KafkaSourceReader_KafkaConsumer_iotime_total
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_",
    gauges("2.0", null, "a Kafka source or sink"),
    `
    KafkaProducer_txn_prepare_time_ns_total
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_",
    gauges("1.17", null),
    `
    alreadyCommittedCommittables currentEmitEventTimeLag currentInputWatermark
    currentOutputWatermark failedCommittables numBytesIn numBytesInPerSecond numBytesOut
    numBytesOutPerSecond numBytesSend numRecordsIn numRecordsInErrors numRecordsInPerSecond
    numRecordsOut numRecordsOutErrors numRecordsOutPerSecond numRecordsSend numRecordsSendErrors
    pendingCommittables retriedCommittables sourceIdleTime successfulCommittables
    totalCommittables
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_",
    gauges("1.17", null, "a source with watermarks"),
    `
    watermarkLag
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_column_family_rocksdb_",
    // Without the second option the name of the state stands in place of column_family.
    gauges(
      "1.17",
      null,
      "state.backend.rocksdb.metrics.* and state.backend.rocksdb.metrics.column-family-as-variable",
    ),
    `
    actual_delayed_write_rate background_errors block_cache_capacity block_cache_pinned_usage
    block_cache_usage compaction_pending cur_size_active_mem_table cur_size_all_mem_tables
    estimate_live_data_size estimate_num_keys estimate_pending_compaction_bytes
    estimate_table_readers_mem is_write_stopped live_sst_files_size mem_table_flush_pending
    num_deletes_active_mem_table num_deletes_imm_mem_tables num_entries_active_mem_table
    num_entries_imm_mem_tables num_files_at_level0 num_files_at_level1 num_files_at_level2
    num_files_at_level3 num_files_at_level4 num_files_at_level5 num_files_at_level6
    num_immutable_mem_table num_live_versions num_running_compactions num_running_flushes
    num_snapshots size_all_mem_tables total_sst_files_size
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_rocksdb_",
    gauges("1.17", null, "state.backend.rocksdb.metrics.*"),
    `
    block_cache_hit block_cache_miss bloom_filter_full_positive bloom_filter_full_true_positive
    bloom_filter_useful bytes_read bytes_written compact_read_bytes compact_write_bytes
    iter_bytes_read stall_micros
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_split_watermark_",
    gauges("2.0", null),
    `
    accumulatedActiveTimeMs accumulatedIdleTimeMs accumulatedPausedTimeMs activeTimeMsPerSecond
    currentWatermark idleTimeMsPerSecond pausedTimeMsPerSecond
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_state_name_",
    summaries("2.0", "state.size-track.keyed-state-enabled"),
    `
    listStateAddKeySize listStateAddValueSize mapStatePutKeySize mapStatePutValueSize
    valueStateGetKeySize valueStateGetValueSize valueStateUpdateKeySize
    valueStateUpdateValueSize
    `,
  ),
  row(
    "flink_taskmanager_job_task_operator_state_name_",
    summaries("1.17", "state.latency-track.keyed-state-enabled"),
    `
    listStateAddLatency mapStatePutLatency stateClearLatency valueStateGetLatency valueStateUpdateLatency
    `,
  ),
];
