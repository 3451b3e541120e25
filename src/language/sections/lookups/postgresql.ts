// Properties of a lookup of type postgresql.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";
import { loginProperties } from "./login.js";

const spec = from("§4.2");
const lb = from("LB");

export const postgresqlLookup: Properties = {
  jdbc_url: spec.url("JDBC connection string.", ["jdbc:postgresql"], {
    required: true,
    sensitive: "connection",
  }),
  schema: spec.text("Schema of the table; the server's search path when unset."),
  table: spec.text("Table that is read; the lookup's name when neither it nor query.sql is set."),
  pool: lb.map("Connection pool.", {
    size: lb.integer("Most connections in the pool.", { minimum: 1 }),
    min_idle: lb.integer("Unused connections that are kept.", { minimum: 0 }),
    max_lifetime: lb.duration("Age at which a connection is replaced."),
    idle_timeout: lb.duration("How long an unused connection is kept."),
    connection_timeout: lb.duration("Longest wait for a free connection."),
  }),
  query: lb.map("How a row is found.", {
    sql: lb.text("Statement with a ? for each key field, in order; replaces the generated one."),
    key_columns: lb.list("Columns compared with the lookup key, in the order of its fields.", {
      kind: "text",
    }),
    select_columns: lb.list("Columns that the generated statement fetches.", { kind: "text" }),
  }),
  read: lb.map("How rows are read.", {
    fetch_size: lb.integer("Rows fetched at a time.", { minimum: 1 }),
    read_only: lb.boolean("Whether connections refuse to write."),
    isolation_level: lb.choice("Isolation of the reading transaction.", [
      "READ_UNCOMMITTED",
      "READ_COMMITTED",
      "REPEATABLE_READ",
      "SERIALIZABLE",
    ]),
  }),
  auth: lb.map("Login to the store.", loginProperties),
  ssl: lb.map("Transport security.", {
    mode: lb.choice("How strictly connections are secured and verified.", [
      "disable",
      "allow",
      "prefer",
      "require",
      "verify-ca",
      "verify-full",
    ]),
    root_cert: lb.text("File with the certificates of trusted authorities."),
    client_cert: lb.text("File with the client's certificate."),
    client_key: lb.text("File with the client's private key."),
  }),
};
