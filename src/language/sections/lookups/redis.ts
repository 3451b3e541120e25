// Properties of a lookup of type redis.
import { from } from "../../build-property.js";
import type { Properties, PropertyType } from "../../property.js";
import { loginProperties } from "./login.js";

const spec = from("§4.2");
const lb = from("LB");
const xm = from("XM");

const schemes = ["redis", "rediss"];
const node: PropertyType = { kind: "text", format: "endpoints" };
const score: readonly PropertyType[] = [
  { kind: "number" },
  { kind: "choice", values: ["-inf", "+inf"] },
];

export const redisLookup: Properties = {
  uri: spec.url("Connection string; needed unless primary.uri is set.", schemes, {
    sensitive: "connection",
  }),
  database: spec.integer("Index of the database.", { minimum: 0, maximum: 15 }),
  cluster: lb.map("Access to a Redis cluster.", {
    enabled: lb.boolean("Whether the client speaks the cluster protocol."),
    max_redirects: lb.integer("Redirects that are followed for one command.", { minimum: 0 }),
    nodes: lb.list("Nodes the client starts from, each as host:port.", node),
  }),
  sentinel: lb.map("Access through Sentinel; excludes cluster.", {
    master_name: lb.text("Name of the monitored master; needed with sentinel."),
    nodes: lb.list("Sentinels, each as host:port; needed with sentinel.", node),
  }),
  connection: lb.map("Connection pool, deadlines and retries.", {
    pool_size: lb.integer("Most connections in the pool.", { minimum: 1 }),
    min_idle: lb.integer("Unused connections that are kept.", { minimum: 0 }),
    connect_timeout: lb.duration("Deadline for opening a connection."),
    socket_timeout: lb.duration("Deadline for an answer."),
    max_retries: lb.integer("How often a command is repeated.", { minimum: 0 }),
  }),
  auth: lb.map("Login to the store.", loginProperties),
  tls: lb.map("Transport security.", {
    enabled: lb.boolean("Whether connections use TLS."),
    cert_file: lb.text("File with the client's certificate."),
    key_file: lb.text("File with the client's private key."),
    ca_file: lb.text("File with the certificates of trusted authorities."),
  }),
  lookup: lb.map("How a value is found.", {
    key_pattern: lb.text("Key with {field} where the record's field goes."),
    type: lb.choice("Redis type of the value.", ["string", "hash", "set", "zset"]),
    hash_field: lb.text("Field that is read from a hash."),
    fetch_all: lb.boolean("Whether every field of a hash is read."),
    ttl_field: lb.text("Result field that receives the remaining lifetime."),
    range_type: lb.choice("Whether a range of a zset is by score or by rank.", ["score", "rank"]),
    min_score: lb.either("Lower bound of a zset range; -inf for none.", score),
    max_score: lb.either("Upper bound of a zset range; +inf for none.", score),
    limit: lb.integer("Most members of a zset that are returned.", { minimum: 1 }),
  }),
  serialization: lb.map("How values are stored.", {
    format: lb.choice("Encoding of a value.", ["json", "msgpack", "protobuf"]),
    compression: lb.choice("Codec of a value.", ["none", "gzip", "lz4"]),
  }),
  primary: xm.map("Writable node of a datastore shared by all regions.", {
    region: xm.text("Region of the writable node."),
    uri: xm.url("Connection string of the writable node.", schemes, { sensitive: "connection" }),
  }),
  replicas: xm.list("Read replicas of a datastore shared by all regions.", {
    kind: "map",
    properties: {
      region: xm.text("Region of the replica.", { required: true }),
      uri: xm.url("Connection string of the replica.", schemes, {
        required: true,
        sensitive: "connection",
      }),
    },
  }),
  read_preference: xm.choice("Whether reads go to the region's own replica or the primary.", [
    "local",
    "primary",
  ]),
};
