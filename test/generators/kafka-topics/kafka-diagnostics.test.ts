// What brokers would refuse, or accept and do harm with: each case names code, place and message.
import { expect, test } from "vitest";
import { findingsOf, planOf } from "./planned.js";

/** One stream; `rest` is what stands beside its topic. */
function stream(rest: string, topic = "payments"): string {
  return `streams: {s: {type: kafka, topic: "${topic}", brokers: "b:9092", ${rest}}}`;
}

const sized = "partitions: 1, replication: 3";

const names: readonly (readonly [name: string, problem: string])[] = [
  [".", "means a folder"],
  ["..", "means a folder"],
  ["a b", "may hold only"],
  ["a/b", "may hold only"],
  ["zürich", "may hold only"],
  ["$(id)", "may hold only"],
  ["a".repeat(250), "has 250 characters, and 249 are allowed"],
  ["__consumer_offsets", "starts with two underscores"],
  ["--delete", "starts with a hyphen"],
];

test.each(names)("no topic is called %j", async (name, problem) => {
  const [finding] = await findingsOf(stream(sized, name));
  expect(finding).toContain("E790");
  expect(finding).toContain(`"${name}" cannot be the name of a Kafka topic: it ${problem}`);
});

test("names that brokers take are taken", async () => {
  for (const name of ["a", "a.b", "A_b-1", "_a", "a".repeat(249)]) {
    expect(await findingsOf(stream("partitions: 1, replication: 1", name))).toEqual([]);
  }
});

const settings: readonly (readonly [rest: string, finding: string])[] = [
  [
    "partitions: 10001, replication: 3",
    'E754 10001: "streams.s.partitions" exceeds 10000: brokers refuse more in one request.',
  ],
  [
    "partitions: 1, replication: 40000",
    'E754 40000: "streams.s.replication" exceeds 32767: a broker counts replicas in 16 bits.',
  ],
  [
    `${sized}, retention_ms: 0`,
    'E703 0: Invalid value for "streams.s.retention_ms": brokers would delete every record.',
  ],
  [
    `${sized}, retention_bytes: 0`,
    'E703 0: Invalid value for "streams.s.retention_bytes": brokers would delete every record.',
  ],
  [
    `${sized}, max_message_bytes: 0`,
    'E703 0: Invalid value for "streams.s.max_message_bytes": no record would fit.',
  ],
  [
    `${sized}, max_message_bytes: 2147483648`,
    'E754 2147483648: "streams.s.max_message_bytes" exceeds 2147483647: Kafka counts in 32 bits.',
  ],
  [
    `${sized}, segment_bytes: 1000`,
    'E703 1000: Invalid value for "streams.s.segment_bytes": Kafka 4 refuses less than 1048576 bytes.',
  ],
  [
    `${sized}, cleanup_policy: compact, max_compaction_lag: 0ms`,
    'E703 0ms: Invalid value for "streams.s.max_compaction_lag": brokers refuse less than 1 millisecond.',
  ],
  [
    `${sized}, cleanup_policy: compact, retention_ms: 1000`,
    'W701 1000: "streams.s.retention_ms" is ignored: the topic\'s cleanup policy is compact, without delete.',
  ],
  [
    `${sized}, delete_retention: 1h`,
    'W701 1h: "streams.s.delete_retention" is ignored: the topic\'s cleanup policy is delete, without compact.',
  ],
  [
    `${sized}, min_insync_replicas: 3`,
    'W755 3: "streams.s.min_insync_replicas" needs every replica: writes with acks all stop as soon as one broker is down.',
  ],
  [
    `${sized}, unclean_leader_election: true`,
    'W755 true: "streams.s.unclean_leader_election" lets a replica lead that lacks confirmed records: they are lost.',
  ],
];

test.each(settings)("%s", async (rest, finding) => {
  // One address elsewhere than on a laptop may stand for any number of brokers.
  const head = 'version: "1.0"\nenvironment: production\n';
  expect(await findingsOf(head + stream(rest))).toEqual([finding]);
});

test("two names that differ only by dots and underscores collide", async () => {
  const text = `
streams:
  a: {type: kafka, topic: card.auths, brokers: "b:9092", ${sized}}
  b: {type: kafka, topic: card_auths, brokers: "B:9092,c:9092", ${sized}}
`;
  const [finding] = (await planOf(text)).diagnostics;
  expect([finding?.code, finding?.message]).toEqual([
    "E791",
    'The topics "card.auths" and "card_auths" collide: brokers take a dot and an underscore in a name for the same, and refuse the second.',
  ]);
  expect(finding?.related).toHaveLength(1);
});

test("the same names on other brokers do not collide", async () => {
  const text = `
streams:
  a: {type: kafka, topic: card.auths, brokers: "b:9092", partitions: 1, replication: 1}
  b: {type: kafka, topic: card_auths, brokers: "c:9092", partitions: 1, replication: 1}
`;
  expect(await findingsOf(text)).toEqual([]);
});

test("one topic with two settings is an error at the second", async () => {
  const text = `
streams:
  a: {type: kafka, topic: t, brokers: "b:9092", partitions: 4, replication: 1}
dead_letters:
  d: {type: kafka, topic: t, brokers: "b:9092", partitions: 8}
`;
  expect(await findingsOf(text)).toEqual([
    'E750 8: "dead_letters.d.partitions" and "streams.a.partitions" state the same fact with different values.',
  ]);
});

test("replicas are compared with the listed brokers where the list can be complete", async () => {
  const several = `
version: "1.0"
environment: production
streams: {s: {type: kafka, topic: t, brokers: "a:9092,b:9092", ${sized}}}
`;
  expect(await findingsOf(several)).toEqual([
    'W790 3: "streams.s.replication" asks for 3 replicas, and only 2 brokers are listed: brokers refuse more replicas than there are brokers.',
  ]);
  const one = several.replace("a:9092,b:9092", "bootstrap:9092");
  expect(await findingsOf(one)).toEqual([]);
  expect(await findingsOf(one.replace("production", "development"))).toHaveLength(1);
});

test("what no binding states is said outside development", async () => {
  const text = stream("consumer: {group_id: g}");
  expect(await findingsOf(text)).toEqual([]);
  expect(await findingsOf(`version: "1.0"\nenvironment: staging\n${text}`)).toEqual([
    'W791 "payments": The topic "payments" gets the brokers\' default for partitions and replicas, often 1: no binding states it.',
  ]);
});

function inTwoBindings(minimum: number): string {
  return `
streams:
  a: {type: kafka, topic: t, brokers: "b1:9092,b2:9092", replication: 2}
  b: {type: kafka, topic: t, brokers: "b1:9092,b2:9092", min_insync_replicas: ${minimum}}
`;
}

test("replicas of one binding and their minimum of another are compared", async () => {
  expect(await findingsOf(inTwoBindings(1))).toEqual([]);
  expect(await findingsOf(inTwoBindings(3))).toEqual([
    'E753 3: "streams.b.min_insync_replicas" contradicts "streams.a.replication": 3 of 2 replicas can never confirm a write.',
  ]);
  const alone = `streams: {s: {type: kafka, topic: t, brokers: "b:9092", min_insync_replicas: 2}}`;
  expect(await findingsOf(alone)).toEqual([
    'W755 2: "streams.s.min_insync_replicas" cannot be checked: no binding states the number of replicas.',
  ]);
});

test("a copy from another region is not set up", async () => {
  const text = `
regions: {one: {name: us-east-1, role: active}, two: {name: us-west-2, role: active}}
streams:
  s:
    type: kafka
    topic: t
    brokers: "b:9092"
    regional: true
    us-east-1: {mirror: {source: us-west-2, enabled: true}}
    us-west-2: {partitions: 2}
`;
  expect((await findingsOf(text)).map((finding) => finding.replace(/ [^:]*:/u, ""))).toEqual([
    'W755 "streams.s.mirror" is not set up by this: the topic is created, and nothing copies into it.',
  ]);
});

test("rights need names that the tools take, and a group", async () => {
  const reading = (group: string): string =>
    stream(`consumer: {group_id: "${group}"}, acl: {read: ["User:a"]}`);
  for (const group of ["-x", "*"]) {
    const [finding] = await findingsOf(reading(group));
    expect(finding).toContain(`E703 "${group}": Invalid value for "streams.s.consumer.group_id"`);
  }
  expect(await findingsOf(reading("cards"))).toEqual([]);
  const [ungrouped] = await findingsOf(stream('acl: {read: ["User:a"]}'));
  expect(ungrouped).toContain("gives no right to a consumer group");
});

test("a login that lacks a part is an error", async () => {
  const text = stream(
    "properties: {security.protocol: SASL_SSL, sasl.mechanism: PLAIN, sasl.username: u}",
  );
  expect(await findingsOf(text)).toEqual([
    'E752 u: "sasl.password" is needed when "sasl.username" is set.',
  ]);
});

/** A stream with a login; in a text of YAML, so that `\\0` is NUL. */
function loggingIn(properties: string): string {
  return `secrets: {k: {provider: vault, path: p, keys: [password]}}
${stream(`${one}, properties: {security.protocol: SASL_SSL, sasl.mechanism: PLAIN, ${properties}}`)}`;
}

const one = "partitions: 1, replication: 1";
const password = "sasl.password: secret://k/password";

test.each([
  ["NUL in a user name", `sasl.username: "u\\0x", ${password}`, "sasl.username"],
  ["a line break in a user name", `sasl.username: "u\\nx", ${password}`, "sasl.username"],
  ["NUL in another property", `ssl.truststore.location: "/a\\0b"`, "ssl.truststore.location"],
  ["NUL in a property's name", `"ssl.a\\0": b`, "ssl.a\0"],
])("%s is an error at its place, never a failure of the compiler", async (_, properties, key) => {
  const { diagnostics, files } = await planOf(loggingIn(properties));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringContaining(`E703 Invalid value for "streams.s.properties.${key}": it holds a `),
  ]);
  expect(errors[0]?.span).not.toBeNull();
  expect(files).toEqual([]);
});

test("a principal with NUL is an error at its list", async () => {
  const [finding] = await findingsOf(stream(`${one}, acl: {write: ["User:a\\0"]}`));
  expect(finding).toContain('E703 ["User:a\\0"]: Invalid value for "streams.s.acl.write"');
});

test("certificates keep their line breaks", async () => {
  const text = stream(
    `${one}, properties: {security.protocol: SSL, ssl.truststore.type: PEM, ssl.truststore.certificates: "a\\nb\\n"}`,
  );
  expect(await findingsOf(text)).toEqual([]);
});
