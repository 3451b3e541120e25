// Runs jobs whose lookups ask real servers, and prints `ok <claim>` or `FAILED <claim>: <why>` for each.
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.sun.net.httpserver.HttpServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import nexgen.bindings.lookups.*;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

public final class LookupProof {
    private static final TypeInformation<String> TEXT = Types.STRING;
    private static final ConcurrentLinkedQueue<String> SEARCHES = new ConcurrentLinkedQueue<>();
    private static RedisCommands<String, byte[]> redis;

    interface Job {
        DataStream<String> of(DataStream<String> records);
    }

    interface Claim {
        void prove() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        RedisClient client = RedisClient.create(System.getenv("REDIS_ADMIN_URI"));
        redis = client.connect(io.lettuce.core.codec.RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)).sync();
        try {
            fillRedis();
            redisClaims();
            postgresClaims();
            cassandraClaims();
            searchClaims();
        } finally {
            client.shutdown();
        }
        System.exit(0);
    }

    private static void fillRedis() throws Exception {
        redis.flushall();
        redis.set("rate:EUR", bytes("1.08"));
        redis.hset("session:a", Map.of("user", bytes("u1"), "device", bytes("d1")));
        redis.pexpire("session:a", 600_000);
        redis.hset("segment:a", "name", bytes("gold"));
        redis.hset("segment:b", "name", bytes("silver"));
        redis.sadd("tags:a", bytes("x"), bytes("y"));
        redis.zadd("scores:a", 1, bytes("one"));
        redis.zadd("scores:a", 2, bytes("two"));
        redis.zadd("scores:a", 3, bytes("three"));
        redis.zadd("scores:a", 4, bytes("four"));
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes("{\"name\":\"Ann\",\"unknown\":1}"));
        }
        redis.set("json:a", zipped.toByteArray());
        // A map of one entry: name is Bob.
        redis.set("msgpack:a", new byte[] {(byte) 0x81, (byte) 0xa4, 'n', 'a', 'm', 'e', (byte) 0xa3, 'B', 'o', 'b'});
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        try (OutputStream out = new LZ4FrameOutputStream(framed)) {
            out.write(bytes("Cem"));
        }
        redis.set("decoded:a", framed.toByteArray());
        redis.set("json:broken", bytes("not zipped"));
    }

    private static void redisClaims() {
        claim("Redis: found and not found", () ->
                same(List.of("EUR=1.08", "XXX=nothing", "EUR=1.08"), run(LookupProof::rates, "EUR", "XXX", "EUR")));
        claim("Redis: a null in the key is not looked up", () ->
                same(List.of("null=nothing"), run(records -> RatesLookup.enrich(records, value -> null, (value, found) -> "null=" + found.orElse("nothing"), TEXT), "a")));
        claim("Redis: 200 records of two keys ask the server twice", () -> {
            redis.configResetstat();
            String[] records = new String[200];
            for (int index = 0; index < records.length; index++) {
                records[index] = index % 2 == 0 ? "EUR" : "XXX";
            }
            same(200, run(LookupProof::rates, records).size());
            same(2L, calls("get"));
        });
        claim("Redis: a hash with its remaining lifetime", () -> {
            String found = run(records -> SessionsLookup.enrich(records, value -> value, (value, fields) -> fields.map(LookupProof::sorted).orElse("nothing"), TEXT), "a").get(0);
            check(found.matches("\\[_ttl=\\d{6}, device=d1, user=u1\\]"), found);
        });
        claim("Redis: a field of a hash, loaded before the first record", () -> {
            redis.configResetstat();
            same(List.of("a=gold", "b=silver"), run(records -> SegmentsLookup.enrich(records, value -> value, (value, name) -> value + "=" + name.orElse("nothing"), TEXT), "a", "b"));
            same(2L, calls("hget"));
            check(calls("scan") > 0, "no scan");
        });
        claim("Redis: a set", () ->
                same(List.of("[x, y]"), run(records -> TagsLookup.enrich(records, value -> value, (value, tags) -> tags.map(all -> new TreeSet<>(all).toString()).orElse("nothing"), TEXT), "a")));
        claim("Redis: a range of scores with a limit", () ->
                same(List.of("two three "), run(records -> ScoresLookup.enrich(records, value -> value, (value, found) -> members(found.orElse(List.of())), TEXT), "a")));
        claim("Redis: a range of ranks with a limit", () ->
                same(List.of("two three "), run(records -> RanksLookup.enrich(records, value -> value, (value, found) -> members(found.orElse(List.of())), TEXT), "a")));
        claim("Redis: JSON in gzip, with a field that the class does not know", () ->
                same(List.of("Ann"), run(records -> JsonValuesLookup.<String, Person, String>enrich(records, value -> value, Person.class, (value, found) -> found.map(person -> person.name).orElse("nothing"), TEXT), "a")));
        claim("Redis: MessagePack", () ->
                same(List.of("Bob"), run(records -> MsgpackValuesLookup.<String, Person, String>enrich(records, value -> value, Person.class, (value, found) -> found.map(person -> person.name).orElse("nothing"), TEXT), "a")));
        claim("Redis: a decoder of the caller on LZ4 frames", () ->
                same(List.of("Cem"), run(records -> DecodedValuesLookup.<String, String, String>enrich(records, value -> value, value -> new String(value, StandardCharsets.UTF_8), (value, found) -> found.orElse("nothing"), TEXT), "a")));
        claim("Redis: a value that cannot be read fails the lookup, and says so", () -> {
            Throwable failure = failureOf(records -> JsonValuesLookup.<String, Person, String>enrich(afterOpening(records, () -> {}), value -> value, Person.class, (value, found) -> "found", TEXT), "broken");
            check(hasCause(failure, "The lookup json_values failed"), causes(failure));
            check(hasCause(failure, "GZIP"), causes(failure));
        });
        claim("Redis: requests that time out are repeated until the server answers", () -> {
            redis.configResetstat();
            same(List.of("EUR=1.08", "last=nothing"), run(records -> PatientRatesLookup.enrich(paused(records, 1_000), value -> value, (value, rate) -> value + "=" + rate.orElse("nothing"), TEXT), "EUR", "last"));
            check(calls("get") > 2, "calls: " + calls("get"));
        });
        claim("Redis: a deadline that passes fails the job", () -> {
            Throwable failure = failureOf(records -> HastyRatesLookup.enrich(paused(records, 3_000), value -> value, (value, rate) -> "found", TEXT), "EUR");
            check(hasCause(failure, "The lookup hasty_rates failed"), causes(failure));
            check(!String.valueOf(failure).contains("rate:EUR"), "the key is in the message");
        });
        claim("Redis: a fallback stands in for a lookup that failed", () ->
                same(List.of("EUR without a rate"), run(records -> HastyRatesLookup.enrichOrRecover(paused(records, 3_000), value -> value, (value, rate) -> "found", (value, cause) -> value + " without a rate", TEXT), "EUR")));
        claim("Redis: a cluster", () -> {
            sleep(3_100);
            same(List.of("EUR=1.08"), run(records -> ClusterRatesLookup.enrich(records, value -> value, (value, rate) -> value + "=" + rate.orElse("nothing"), TEXT), "EUR"));
        });
    }

    private static DataStream<String> rates(DataStream<String> records) {
        return RatesLookup.enrich(records, value -> value, (value, rate) -> value + "=" + rate.orElse("nothing"), TEXT);
    }

    /** Stops the server's answers once the lookup is connected. */
    private static DataStream<String> paused(DataStream<String> records, long millis) {
        return afterOpening(records, () -> redis.clientPause(millis));
    }

    interface Action extends java.io.Serializable {
        void run() throws Exception;
    }

    /** Holds the records back until the lookup is open, and then does something first. */
    private static DataStream<String> afterOpening(DataStream<String> records, Action action) {
        return records
                .map(
                        value -> {
                            // Flink repeats nothing once its input has ended.
                            sleep("last".equals(value) ? 5_000 : 4_000);
                            if (!"last".equals(value)) {
                                action.run();
                            }
                            return value;
                        })
                .returns(TEXT)
                // A task of its own: asleep, it must hold up nobody else.
                .disableChaining();
    }

    private static void execute(String sql) throws Exception {
        try (Connection admin = DriverManager.getConnection(System.getenv("POSTGRES_ADMIN_URL"))) {
            admin.createStatement().execute(sql);
        }
    }

    private static void postgresClaims() throws Exception {
        try (Connection admin = DriverManager.getConnection(System.getenv("POSTGRES_ADMIN_URL"))) {
            for (String sql : System.getenv("POSTGRES_SETUP").split(";;")) {
                admin.createStatement().execute(sql);
            }
            claim("PostgreSQL: found and not found, of a composite key, by the second login", () ->
                    same(List.of("{label=Grocery}", "nothing", "{label=hidden}"), run(LookupProof::codes, "5411/DE", "5411/XX", "1/DE")));
            claim("PostgreSQL: what the filter let in was loaded before the first record", () ->
                    same(List.of("{label=Grocery}", "{label=changed}"), run(records -> codes(afterOpening(records, () -> execute("UPDATE reference.codes SET label = 'changed'"))), "5411/DE", "1/DE")));
            claim("PostgreSQL: four subtasks of one task manager ask once for a key", () -> {
                List<String> found = run(4, records -> AskedLookup.enrich(afterOpening(records.rebalance(), () -> {}), value -> "k", (value, row) -> String.valueOf(row.get().get("n")), TEXT), "1", "2", "3", "4", "5", "6", "7", "8");
                same(8, found.size());
                same(List.of("1"), new ArrayList<>(new TreeSet<>(found)));
            });
            claim("PostgreSQL: what failed is repeated, and then found", () -> {
                same(List.of("7", "7"), run(records -> StumblingLookup.enrich(afterOpening(records, () -> {}), value -> 7, (value, row) -> String.valueOf(row.get().get("n")), TEXT), "a", "last"));
                same(4L, number(admin, "SELECT last_value FROM attempts"));
            });
            claim("PostgreSQL: a statement that is too slow fails the job and is cancelled", () -> {
                Throwable failure = failureOf(records -> SleepingLookup.enrich(records, value -> "a", (value, row) -> "found", TEXT), "a");
                check(hasCause(failure, "The lookup sleeping failed"), causes(failure));
                sleep(2_000);
                same(0L, number(admin, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'"));
            });
            claim("PostgreSQL: no connection stays when the jobs are over", () ->
                    same(0L, number(admin, "SELECT count(*) FROM pg_stat_activity WHERE usename = 'reader'")));
        }
    }

    private static void cassandraClaims() {
        int port = Integer.parseInt(System.getenv("CASSANDRA_PORT"));
        try (CqlSession admin = CqlSession.builder().addContactPoint(new InetSocketAddress("127.0.0.1", port)).withLocalDatacenter("datacenter1").withAuthCredentials("cassandra", "cassandra").build()) {
            admin.execute("CREATE KEYSPACE IF NOT EXISTS fraud WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
            admin.execute("CREATE TABLE IF NOT EXISTS fraud.card_history (card_id text, event_time int, amount int, PRIMARY KEY (card_id, event_time)) WITH CLUSTERING ORDER BY (event_time DESC)");
            for (int time = 1; time <= 3; time++) {
                admin.execute("INSERT INTO fraud.card_history (card_id, event_time, amount) VALUES ('a', " + time + ", " + time * 10 + ")");
            }
        }
        claim("Cassandra: the rows of a partition, as many as the limit, and none", () ->
                same(List.of("30 20 ", "nothing"), run(records -> HistoryLookup.enrich(records, value -> value, (value, rows) -> rows.map(LookupProof::amounts).orElse("nothing"), TEXT), "a", "x")));
        claim("Cassandra: the row of a whole key", () ->
                same(List.of("10 "), run(records -> HistoryLookup.enrich(records, value -> value, value -> 1, (value, rows) -> rows.map(LookupProof::amounts).orElse("nothing"), TEXT), "a")));
    }

    private static String amounts(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.getInt("amount")).append(' '));
        return text.toString();
    }

    private static DataStream<String> codes(DataStream<String> records) {
        return CodesLookup.enrich(records, LookupProof::code, LookupProof::country, (value, row) -> row.map(found -> Map.of("label", found.get("label")).toString()).orElse("nothing"), TEXT);
    }

    private static Integer code(String value) {
        return Integer.valueOf(value.split("/")[0]);
    }

    private static String country(String value) {
        return value.split("/")[1];
    }

    /** A stand-in of Elasticsearch: it keeps what it is asked, and answers with one document. */
    private static void searchClaims() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("ES_PORT"))), 0);
        String login = "Basic " + Base64.getEncoder().encodeToString(bytes("reader:reader-password"));
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean allowed = login.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            SEARCHES.add(exchange.getRequestURI() + " " + body);
            String answer = allowed
                    ? exchange.getRequestURI().getPath().endsWith("_search") ? SEARCH_ANSWER : AUTHENTICATED
                    : "{\"error\":{\"type\":\"security_exception\",\"reason\":\"no\"},\"status\":401}";
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
            exchange.sendResponseHeaders(allowed ? 200 : 401, bytes(answer).length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes(answer));
            }
        });
        server.start();
        claim("Elasticsearch (stand-in): found by the second login, and hostile values stay values", () -> {
            same(List.of("Ann's"), run(records -> MerchantsLookup.enrich(records, value -> "1\"}},\"x\":{{", value -> "\"\\", (value, found) -> found.map(document -> document.get("name").asText()).orElse("nothing"), TEXT), "a"));
            String asked = String.join("\n", SEARCHES);
            check(asked.contains("{\"term\":{\"id\":{\"value\":\"1\\\"}},\\\"x\\\":{{\"}}}"), asked);
            check(asked.contains("{\"match\":{\"name\":{\"query\":\"shop \\\"\\\\\"}}}"), asked);
        });
        server.stop(0);
    }

    private static final String AUTHENTICATED =
            "{\"username\":\"reader\",\"roles\":[],\"metadata\":{},\"enabled\":true,\"authentication_realm\":{\"name\":\"n\",\"type\":\"t\"},\"lookup_realm\":{\"name\":\"n\",\"type\":\"t\"},\"authentication_type\":\"realm\"}";
    private static final String SEARCH_ANSWER =
            "{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0},\"hits\":{\"total\":{\"value\":1,\"relation\":\"eq\"},\"max_score\":1.0,\"hits\":[{\"_index\":\"merchants\",\"_id\":\"1\",\"_score\":1.0,\"_source\":{\"name\":\"Ann's\"}}]}}";

    public static final class Person {
        public String name;
    }

    private static List<String> run(Job job, String... records) throws Exception {
        return run(1, job, records);
    }

    private static List<String> run(int parallelism, Job job, String... records) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
        List<String> found = new ArrayList<>();
        try (CloseableIterator<String> results = job.of(environment.fromData(records)).executeAndCollect()) {
            results.forEachRemaining(found::add);
        }
        return found;
    }

    private static Throwable failureOf(Job job, String record) {
        try {
            List<String> found = run(job, record);
            throw new IllegalStateException("the job ended with " + found);
        } catch (IllegalStateException unexpected) {
            throw unexpected;
        } catch (Exception failure) {
            return failure;
        }
    }

    private static boolean hasCause(Throwable failure, String message) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(message)) {
                return true;
            }
        }
        return false;
    }

    private static long calls(String command) {
        for (String line : redis.info("commandstats").split("\r\n")) {
            if (line.startsWith("cmdstat_" + command + ":")) {
                return Long.parseLong(line.replaceAll("cmdstat_\\w+:calls=(\\d+),.*", "$1"));
            }
        }
        return 0;
    }

    private static long number(Connection admin, String sql) throws Exception {
        try (ResultSet rows = admin.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String sorted(Map<String, String> fields) {
        List<String> all = new ArrayList<>();
        fields.forEach((name, value) -> all.add(name + "=" + value));
        Collections.sort(all);
        return all.toString();
    }

    private static String ordered(Map<String, Object> row) {
        return new java.util.TreeMap<>(row).toString();
    }

    private static String members(List<io.lettuce.core.ScoredValue<String>> found) {
        StringBuilder text = new StringBuilder();
        found.forEach(member -> text.append(member.getValue()).append(' '));
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void claim(String claim, Claim proof) {
        try {
            redis.clientPause(0);
            proof.prove();
            System.out.println("ok " + claim);
        } catch (Throwable failure) {
            System.out.println("FAILED " + claim + causes(failure));
        }
    }

    private static String causes(Throwable failure) {
        StringBuilder why = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            why.append(" < ").append(cause);
        }
        return why.toString().replaceAll("\\s+", " ");
    }

    private static void same(Object want, Object given) {
        check(Objects.equals(want, given), "wanted " + want + ", given " + given);
    }

    private static void check(boolean holds, Object otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
