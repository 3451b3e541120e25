// Properties of a lookup of type elasticsearch.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";
import { loginProperties } from "./login.js";

const lb = from("LB");
const decided = from("#77");

export const elasticsearchLookup: Properties = {
  hosts: lb.list(
    "Addresses of the nodes.",
    { kind: "text", format: "url", schemes: ["http", "https"] },
    { required: true, sensitive: "connection" },
  ),
  index: lb.text("Index that is searched.", { required: true }),
  query: lb.map("How a document is found.", {
    type: lb.choice("Kind of the generated query.", ["term", "match", "bool"]),
    field: lb.text("Field that is compared with the lookup key."),
    template: lb.text("Query in JSON with {{field}} placeholders; replaces the generated one."),
  }),
  connection: lb.map("Deadlines.", {
    connect_timeout: lb.duration("Deadline for opening a connection."),
    socket_timeout: lb.duration("Deadline for an answer."),
    max_retry_timeout: lb.duration("Total time that a request is retried."),
  }),
  auth: lb.map("Login to the store.", {
    ...loginProperties,
    type: lb.choice("Kind of login.", ["basic", "api_key", "bearer"]),
    api_key: lb.text("API key; needed with api_key.", { sensitive: "credential" }),
    token: decided.text("Bearer token; needed with bearer.", { sensitive: "credential" }),
  }),
  ssl: lb.map("Transport security.", {
    enabled: lb.boolean("Whether connections use TLS."),
    ca_path: lb.text("File with the certificates of trusted authorities."),
    verify_hostname: lb.boolean("Whether the certificate must match the host's name."),
  }),
};
