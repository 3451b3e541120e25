// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const lookupsRows: CoverageRows = {
  "lookups.<mongodb>.regional": { model: { says: ["E702", "E718"] } },
  "lookups.<redis>.regional": { model: { says: ["E703", "E718"] } },
  "lookups.<postgresql>.regional": { model: { says: ["E702", "E718"] } },
  "lookups.<cassandra>.regional": { model: { says: ["E702", "E718"] } },
  "lookups.<elasticsearch>.regional": { model: { says: ["E702", "E718"] } },
  "lookups.global": { java: { becomes: ["<Name>Lookup.java"] } },
  "lookups.<mongodb>.global.uri": { java: { becomes: ["applyConnectionString()"] } },
  "lookups.<redis>.global.uri": { model: { says: ["E703"] } },
  "lookups.<postgresql>.global.uri": { model: { says: ["W701"] } },
  "lookups.<cassandra>.global.uri": { model: { says: ["W701"] } },
  "lookups.<elasticsearch>.global.uri": { model: { says: ["W701"] } },
  "lookups.<mongodb>.global.database": { java: { becomes: ["getDatabase()"] } },
  "lookups.<redis>.global.database": { model: { says: ["E703"] } },
  "lookups.<postgresql>.global.database": { model: { says: ["W701"] } },
  "lookups.<cassandra>.global.database": { model: { says: ["W701"] } },
  "lookups.<elasticsearch>.global.database": { model: { says: ["W701"] } },
  "lookups.<mongodb>.global.collection": { java: { becomes: ["getDatabase()"] } },
  "lookups.<redis>.global.collection": { model: { says: ["W701"] } },
  "lookups.<postgresql>.global.collection": { model: { says: ["W701"] } },
  "lookups.<cassandra>.global.collection": { model: { says: ["W701"] } },
  "lookups.<elasticsearch>.global.collection": { model: { says: ["W701"] } },
  "lookups.<mongodb>.zone": { java: { becomes: ["readPreference()"] } },
  "lookups.<redis>.zone": { java: { says: ["W785"] } },
  "lookups.<postgresql>.zone": { java: { says: ["W785"] } },
  "lookups.<cassandra>.zone": { java: { says: ["W785"] } },
  "lookups.<elasticsearch>.zone": { java: { says: ["W785"] } },
  "lookups.audit": { java: { says: ["N785", "W785"] } },
  "lookups.encryption": { java: { says: ["W785"] } },
  "lookups.cache.enabled": {
    java: { becomes: ["expireAfterWrite()", "maximumSize()", "newBuilder()", "taskCache()"] },
  },
  "lookups.cache.ttl": { java: { says: ["W785"] } },
  "lookups.cache.max_size": { java: { says: ["W785"] } },
  "lookups.cache.eviction": { java: { says: ["W785"] } },
  "lookups.cache.refresh_strategy": { java: { says: ["W785"] } },
  "lookups.cache.warm_on_start": { java: { says: ["W785"] } },
  "lookups.cache.warm_query": { java: { says: ["W785"] } },
  "lookups.cache.warm_limit": { java: { says: ["W785"] } },
  "lookups.cache.refresh.strategy": { java: { says: ["W785"] } },
  "lookups.cache.refresh.async": { java: { says: ["W785"] } },
  "lookups.cache.metrics.enabled": { java: { says: ["W785"] } },
  "lookups.cache.metrics.report_interval": { java: { says: ["W785"] } },
  "lookups.cache.l1.enabled": { java: { says: ["W785"] } },
  "lookups.cache.l1.max_size": { java: { says: ["W785"] } },
  "lookups.cache.l1.ttl": { java: { says: ["W785"] } },
  "lookups.cache.l2.enabled": { java: { says: ["W785"] } },
  "lookups.cache.l2.max_size": { java: { says: ["W785"] } },
  "lookups.cache.l2.ttl": { java: { says: ["W785"] } },
  "lookups.cache.regional_isolation": { java: { says: ["W785"] } },
  "lookups.async.enabled": { java: { becomes: ["<Name>Lookup.java"] } },
  "lookups.async.capacity": { java: { becomes: ["<Name>Lookup.java"] } },
  "lookups.<mongodb>.async.timeout": { java: { becomes: ["maxTime()", "super()"] } },
  "lookups.<redis>.async.timeout": { java: { becomes: ["super()", "timeoutOptions()"] } },
  "lookups.<postgresql>.async.timeout": {
    java: {
      becomes: ["addDataSourceProperty()", "awaitTermination()", "super()", "supplyAsync()"],
    },
  },
  "lookups.<cassandra>.async.timeout": { java: { becomes: ["super()", "withDuration()"] } },
  "lookups.<elasticsearch>.async.timeout": { java: { becomes: ["super()"] } },
  "lookups.async.ordered": { java: { becomes: ["orderedWait()", "unorderedWait()"] } },
  "lookups.<mongodb>.async.retry.attempts": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "maxTime()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
      ],
    },
  },
  "lookups.<redis>.async.retry.attempts": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "timeoutOptions()",
      ],
    },
  },
  "lookups.<postgresql>.async.retry.attempts": {
    java: {
      becomes: [
        "awaitTermination()",
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "supplyAsync()",
      ],
    },
  },
  "lookups.<cassandra>.async.retry.attempts": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "withDuration()",
      ],
    },
  },
  "lookups.<elasticsearch>.async.retry.attempts": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
      ],
    },
  },
  "lookups.<mongodb>.async.retry.backoff": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "maxTime()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
      ],
    },
  },
  "lookups.<redis>.async.retry.backoff": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "timeoutOptions()",
      ],
    },
  },
  "lookups.<postgresql>.async.retry.backoff": {
    java: {
      becomes: [
        "awaitTermination()",
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "supplyAsync()",
      ],
    },
  },
  "lookups.<cassandra>.async.retry.backoff": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "withDuration()",
      ],
    },
  },
  "lookups.<elasticsearch>.async.retry.backoff": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
      ],
    },
  },
  "lookups.<mongodb>.async.retry.initial_delay": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "maxTime()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
      ],
    },
  },
  "lookups.<redis>.async.retry.initial_delay": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "timeoutOptions()",
      ],
    },
  },
  "lookups.<postgresql>.async.retry.initial_delay": {
    java: {
      becomes: [
        "awaitTermination()",
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "supplyAsync()",
      ],
    },
  },
  "lookups.<cassandra>.async.retry.initial_delay": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "withDuration()",
      ],
    },
  },
  "lookups.<elasticsearch>.async.retry.initial_delay": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
      ],
    },
  },
  "lookups.<mongodb>.async.retry.max_delay": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "maxTime()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
      ],
    },
  },
  "lookups.<redis>.async.retry.max_delay": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "timeoutOptions()",
      ],
    },
  },
  "lookups.<postgresql>.async.retry.max_delay": {
    java: {
      becomes: [
        "awaitTermination()",
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "supplyAsync()",
      ],
    },
  },
  "lookups.<cassandra>.async.retry.max_delay": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "withDuration()",
      ],
    },
  },
  "lookups.<elasticsearch>.async.retry.max_delay": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
      ],
    },
  },
  "lookups.<mongodb>.uri": { java: { becomes: ["applyConnectionString()"] } },
  "lookups.<redis>.uri": { java: { becomes: ["create()"] } },
  "lookups.<mongodb>.database": { java: { becomes: ["from()", "getDatabase()"] } },
  "lookups.<redis>.database": { java: { becomes: ["setDatabase()"] } },
  "lookups.<mongodb>.collection": { java: { becomes: ["getDatabase()"] } },
  "lookups.<mongodb>.connection.max_pool_size": {
    java: { becomes: ["applyToConnectionPoolSettings()"] },
  },
  "lookups.<mongodb>.connection.min_pool_size": {
    java: { becomes: ["applyToConnectionPoolSettings()"] },
  },
  "lookups.<mongodb>.connection.max_idle_time": {
    java: { becomes: ["applyToConnectionPoolSettings()"] },
  },
  "lookups.<mongodb>.connection.connect_timeout": {
    java: { becomes: ["applyToConnectionPoolSettings()", "applyToSocketSettings()"] },
  },
  "lookups.<redis>.connection.connect_timeout": {
    java: { becomes: ["connectTimeout()", "setTimeout()"] },
  },
  "lookups.<elasticsearch>.connection.connect_timeout": {
    java: { becomes: ["setConnectTimeout()", "setRequestConfigCallback()"] },
  },
  "lookups.<mongodb>.connection.socket_timeout": {
    java: { becomes: ["applyToConnectionPoolSettings()", "applyToSocketSettings()"] },
  },
  "lookups.<redis>.connection.socket_timeout": {
    java: { becomes: ["super()", "timeoutOptions()"] },
  },
  "lookups.<elasticsearch>.connection.socket_timeout": {
    java: { becomes: ["setRequestConfigCallback()", "setSocketTimeout()"] },
  },
  "lookups.<mongodb>.connection.server_selection_timeout": {
    java: { becomes: ["applyToClusterSettings()", "applyToConnectionPoolSettings()"] },
  },
  "lookups.<mongodb>.read.preference": { java: { becomes: ["readPreference()"] } },
  "lookups.<mongodb>.read.concern": { java: { becomes: ["readConcern()"] } },
  "lookups.<mongodb>.read.max_staleness": { java: { becomes: ["readPreference()"] } },
  "lookups.<mongodb>.write.concern": { java: { says: ["W785"] } },
  "lookups.<mongodb>.write.journal": { java: { says: ["W785"] } },
  "lookups.<mongodb>.write.wtimeout": { java: { says: ["W785"] } },
  "lookups.<mongodb>.auth.username": { java: { becomes: ["createCredential()"] } },
  "lookups.<redis>.auth.username": { java: { becomes: ["just()"] } },
  "lookups.<postgresql>.auth.username": { java: { becomes: ["setUsername()"] } },
  "lookups.<cassandra>.auth.username": { java: { becomes: ["withAuthCredentials()"] } },
  "lookups.<elasticsearch>.auth.username": { java: { becomes: ["file()"] } },
  "lookups.<mongodb>.auth.password": { java: { becomes: ["createCredential()"] } },
  "lookups.<redis>.auth.password": { java: { becomes: ["just()"] } },
  "lookups.<postgresql>.auth.password": { java: { becomes: ["setPassword()"] } },
  "lookups.<cassandra>.auth.password": { java: { becomes: ["withAuthCredentials()"] } },
  "lookups.<elasticsearch>.auth.password": { java: { becomes: ["file()", "variable()"] } },
  "lookups.auth.primary": { java: { becomes: ["file()"] } },
  "lookups.auth.secondary": { java: { becomes: ["file()"] } },
  "lookups.<mongodb>.auth.fallback_enabled": {
    model: { says: ["E713"] },
    java: {
      becomes: [
        "addSuppressed()",
        "connectAs()",
        "createCredential()",
        "credential()",
        "disconnect()",
        "file()",
        "from()",
      ],
    },
  },
  "lookups.<redis>.auth.fallback_enabled": {
    model: { says: ["E713"] },
    java: {
      becomes: ["addSuppressed()", "connectAs()", "disconnect()", "file()", "from()", "just()"],
    },
  },
  "lookups.<postgresql>.auth.fallback_enabled": {
    model: { says: ["E713"] },
    java: {
      becomes: [
        "addSuppressed()",
        "connectAs()",
        "disconnect()",
        "file()",
        "setPassword()",
        "setUsername()",
      ],
    },
  },
  "lookups.<cassandra>.auth.fallback_enabled": {
    model: { says: ["E713"] },
    java: {
      becomes: [
        "addSuppressed()",
        "connectAs()",
        "disconnect()",
        "file()",
        "withAuthCredentials()",
      ],
    },
  },
  "lookups.<elasticsearch>.auth.fallback_enabled": {
    model: { says: ["E713"] },
    java: { becomes: ["addSuppressed()", "connectAs()", "disconnect()", "file()", "security()"] },
  },
  "lookups.<mongodb>.auth.mechanism": { java: { becomes: ["credential()"] } },
  "lookups.<mongodb>.auth.source": { java: { becomes: ["credential()"] } },
  "lookups.<mongodb>.tls.enabled": {
    java: { becomes: ["PemTrust.java", "applyToSslSettings()", "authorities()"] },
  },
  "lookups.<redis>.tls.enabled": { java: { becomes: ["setSsl()"] } },
  "lookups.<mongodb>.tls.ca_file": { java: { becomes: ["authorities()"] } },
  "lookups.<redis>.tls.ca_file": { java: { becomes: ["trustManager()"] } },
  "lookups.<mongodb>.tls.allow_invalid_certificates": { java: { says: ["E785"] } },
  "lookups.<mongodb>.lookup.key_field": { java: { becomes: ["find()", "of()"] } },
  "lookups.<mongodb>.lookup.projection": { java: { becomes: ["projection()"] } },
  "lookups.<mongodb>.lookup.hint": { java: { becomes: ["hintString()"] } },
  "lookups.<redis>.cluster.enabled": {
    java: { becomes: ["builder()", "connect()", "create()", "topologyRefreshOptions()"] },
  },
  "lookups.<redis>.cluster.max_redirects": { java: { says: ["W785"] } },
  "lookups.<redis>.cluster.nodes": { java: { says: ["W785"] } },
  "lookups.<redis>.sentinel.master_name": {
    model: { says: ["E752"] },
    java: { becomes: ["builder()"] },
  },
  "lookups.<redis>.sentinel.nodes": { model: { says: ["E752"] }, java: { becomes: ["of()"] } },
  "lookups.<redis>.connection.pool_size": { java: { says: ["W785"] } },
  "lookups.<cassandra>.connection.pool_size": { java: { becomes: ["withInt()"] } },
  "lookups.<redis>.connection.min_idle": { java: { says: ["W785"] } },
  "lookups.<redis>.connection.max_retries": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
        "timeoutOptions()",
      ],
    },
  },
  "lookups.<redis>.tls.cert_file": { java: { becomes: ["keyManager()"] } },
  "lookups.<redis>.tls.key_file": { java: { becomes: ["keyManager()"] } },
  "lookups.<redis>.lookup.key_pattern": { java: { becomes: ["get()", "of()", "valueOf()"] } },
  "lookups.<redis>.lookup.type": {
    java: { becomes: ["ask()", "async()", "hgetall()", "thenApply()"] },
  },
  "lookups.<redis>.lookup.hash_field": { java: { becomes: ["async()"] } },
  "lookups.<redis>.lookup.fetch_all": {
    java: { becomes: ["ask()", "async()", "hgetall()", "thenApply()"] },
  },
  "lookups.<redis>.lookup.ttl_field": { java: { says: ["W785"] } },
  "lookups.<redis>.lookup.range_type": {
    java: { becomes: ["ask()", "async()", "from()", "thenApply()", "zrangebyscoreWithScores()"] },
  },
  "lookups.<redis>.lookup.min_score": {
    java: { becomes: ["ask()", "async()", "from()", "thenApply()", "zrangebyscoreWithScores()"] },
  },
  "lookups.<redis>.lookup.max_score": {
    java: { becomes: ["ask()", "async()", "from()", "thenApply()", "zrangebyscoreWithScores()"] },
  },
  "lookups.<redis>.lookup.limit": {
    java: { becomes: ["ask()", "async()", "from()", "thenApply()", "zrangebyscoreWithScores()"] },
  },
  "lookups.<redis>.serialization.format": {
    java: {
      becomes: [
        "RedisValues.java",
        "ValueDecoder.java",
        "ask()",
        "build()",
        "builder()",
        "disable()",
        "enrich()",
        "enrichOrRecover()",
        "findAndAddModules()",
        "of()",
        "readValue()",
      ],
    },
  },
  "lookups.<redis>.serialization.compression": { java: { becomes: ["valueCompressor()"] } },
  "lookups.<redis>.primary.region": {
    model: { says: ["E752"] },
    java: { becomes: ["<Name>Lookup.java"] },
  },
  "lookups.<redis>.primary.uri": { model: { says: ["E752"] }, java: { becomes: ["create()"] } },
  "lookups.<redis>.replicas[].region": {
    model: { says: ["E702"] },
    java: { becomes: ["create()"] },
  },
  "lookups.<redis>.replicas[].uri": {
    model: { says: ["E702", "E761"] },
    java: { becomes: ["create()"] },
  },
  "lookups.<redis>.read_preference": { java: { says: ["W785"] } },
  "lookups.<postgresql>.jdbc_url": { java: { becomes: ["setJdbcUrl()"] } },
  "lookups.<postgresql>.schema": { java: { becomes: ["SQL"] } },
  "lookups.<postgresql>.table": { java: { becomes: ["SQL"] } },
  "lookups.<cassandra>.table": { java: { becomes: ["<Name>Lookup.java"] } },
  "lookups.<postgresql>.pool.size": { java: { becomes: ["setMaximumPoolSize()", "threads()"] } },
  "lookups.<postgresql>.pool.min_idle": { java: { becomes: ["setMinimumIdle()"] } },
  "lookups.<postgresql>.pool.max_lifetime": { java: { becomes: ["setMaxLifetime()"] } },
  "lookups.<postgresql>.pool.idle_timeout": { java: { becomes: ["setIdleTimeout()"] } },
  "lookups.<postgresql>.pool.connection_timeout": { java: { becomes: ["setConnectionTimeout()"] } },
  "lookups.<postgresql>.query.sql": {
    java: {
      becomes: [
        "<Name>Lookup.java",
        "AsyncLookup.java",
        "JdbcRows.java",
        "LookupCaches.java",
        "LookupException.java",
        "LookupFallback.java",
        "LookupJoin.java",
      ],
    },
  },
  "lookups.<postgresql>.query.key_columns": { java: { becomes: ["SQL", "of()"] } },
  "lookups.<postgresql>.query.select_columns": { java: { becomes: ["SQL"] } },
  "lookups.<cassandra>.query.select_columns": { java: { becomes: ["<Name>Lookup.java"] } },
  "lookups.<postgresql>.read.fetch_size": { java: { says: ["W785"] } },
  "lookups.<postgresql>.read.read_only": { java: { becomes: ["setReadOnly()"] } },
  "lookups.<postgresql>.read.isolation_level": { java: { becomes: ["setTransactionIsolation()"] } },
  "lookups.<postgresql>.ssl.mode": {
    java: { becomes: ["addDataSourceProperty()", "verify-full"] },
  },
  "lookups.<postgresql>.ssl.root_cert": { java: { becomes: ["addDataSourceProperty()"] } },
  "lookups.<postgresql>.ssl.client_cert": { java: { becomes: ["addDataSourceProperty()"] } },
  "lookups.<postgresql>.ssl.client_key": { java: { becomes: ["addDataSourceProperty()"] } },
  "lookups.<cassandra>.contact_points": { java: { becomes: ["addContactPoints()"] } },
  "lookups.<cassandra>.keyspace": { java: { becomes: ["withKeyspace()"] } },
  "lookups.<cassandra>.consistency.read": { java: { becomes: ["withString()"] } },
  "lookups.<cassandra>.consistency.serial": { java: { becomes: ["withString()"] } },
  "lookups.<cassandra>.query.partition_key": { java: { becomes: ["of()"] } },
  "lookups.<cassandra>.query.clustering_keys": { java: { becomes: ["of()"] } },
  "lookups.<cassandra>.query.limit": { java: { becomes: ["<Name>Lookup.java"] } },
  "lookups.<cassandra>.connection.max_requests_per_connection": {
    java: { becomes: ["withInt()"] },
  },
  "lookups.<cassandra>.load_balancing.policy": { java: { says: ["N785"] } },
  "lookups.<cassandra>.load_balancing.local_datacenter": {
    java: { becomes: ["withLocalDatacenter()"] },
  },
  "lookups.<cassandra>.load_balancing.shuffle_replicas": { java: { says: ["N785", "W786"] } },
  "lookups.<elasticsearch>.hosts": { java: { becomes: ["<Name>Lookup.java"] } },
  "lookups.<elasticsearch>.index": { java: { becomes: ["of()"] } },
  "lookups.<elasticsearch>.query.type": { java: { becomes: ["value()"] } },
  "lookups.<elasticsearch>.query.field": { java: { becomes: ["of()", "value()"] } },
  "lookups.<elasticsearch>.query.template": {
    model: { says: ["W701"] },
    java: { becomes: ["string()", "value()"] },
  },
  "lookups.<elasticsearch>.connection.max_retry_timeout": {
    java: {
      becomes: [
        "build()",
        "ifException()",
        "ifResult()",
        "orderedWait()",
        "orderedWaitWithRetry()",
        "super()",
      ],
    },
  },
  "lookups.<elasticsearch>.auth.type": {
    java: { becomes: ["file()", "getEncoder()", "setDefaultHeaders()"] },
  },
  "lookups.<elasticsearch>.auth.api_key": {
    java: {
      becomes: [
        "addSuppressed()",
        "connectAs()",
        "disconnect()",
        "file()",
        "getEncoder()",
        "security()",
        "setDefaultHeaders()",
      ],
    },
  },
  "lookups.<elasticsearch>.auth.token": {
    java: {
      becomes: [
        "addSuppressed()",
        "connectAs()",
        "disconnect()",
        "file()",
        "getEncoder()",
        "security()",
        "setDefaultHeaders()",
      ],
    },
  },
  "lookups.<elasticsearch>.ssl.enabled": { java: { says: ["E753"] } },
  "lookups.<elasticsearch>.ssl.ca_path": { java: { becomes: ["sslContextFromHttpCaCrt()"] } },
  "lookups.<elasticsearch>.ssl.verify_hostname": {
    java: { becomes: ["setSSLHostnameVerifier()"] },
  },
};
