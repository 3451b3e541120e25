// Properties of a lookup of type cassandra.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";
import { loginProperties } from "./login.js";

const lb = from("LB");

export const cassandraLookup: Properties = {
  contact_points: lb.list(
    "Nodes the client starts from, each as host:port.",
    { kind: "text", format: "endpoints" },
    { required: true },
  ),
  keyspace: lb.text("Name of the keyspace.", { required: true }),
  table: lb.text("Table that is read.", { required: true }),
  consistency: lb.map("How many replicas must agree.", {
    read: lb.choice("Replicas that must answer a read.", [
      "ONE",
      "LOCAL_ONE",
      "LOCAL_QUORUM",
      "QUORUM",
      "ALL",
    ]),
    serial: lb.choice("Replicas that must agree on a conditional operation.", [
      "LOCAL_SERIAL",
      "SERIAL",
    ]),
  }),
  query: lb.map("How rows are found.", {
    partition_key: lb.text("Partition column that is compared with the lookup key."),
    clustering_keys: lb.list("Clustering columns, in order.", { kind: "text" }),
    select_columns: lb.list("Columns that are fetched.", { kind: "text" }),
    limit: lb.integer("Most rows that are returned.", { minimum: 1 }),
  }),
  connection: lb.map("Connections to each node.", {
    pool_size: lb.integer("Connections per node.", { minimum: 1 }),
    max_requests_per_connection: lb.integer("Requests under way on one connection at most.", {
      minimum: 1,
    }),
  }),
  load_balancing: lb.map("How a node is chosen.", {
    policy: lb.choice("Rule by which nodes are chosen.", [
      "round_robin",
      "token_aware",
      "dc_aware",
    ]),
    local_datacenter: lb.text("Data centre whose nodes are preferred."),
    shuffle_replicas: lb.boolean("Whether the order of replicas is random."),
  }),
  auth: lb.map("Login to the store.", loginProperties),
};
