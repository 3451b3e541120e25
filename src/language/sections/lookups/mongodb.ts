// Properties of a lookup of type mongodb.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";
import { mongodbLocation } from "../mongodb-location.js";
import { loginProperties } from "./login.js";

const lb = from("LB");

export const mongodbLookup: Properties = {
  ...mongodbLocation("§4.2"),
  connection: lb.map("Connection pool and deadlines.", {
    max_pool_size: lb.integer("Most connections in the pool.", { minimum: 1 }, { default: 100 }),
    min_pool_size: lb.integer("Connections that are always kept.", { minimum: 0 }),
    max_idle_time: lb.duration("How long an unused connection is kept."),
    connect_timeout: lb.duration("Deadline for opening a connection."),
    socket_timeout: lb.duration("Deadline for an answer."),
    server_selection_timeout: lb.duration("Deadline for finding a suitable server."),
  }),
  read: lb.map("Where reads go and what they promise.", {
    preference: lb.choice(
      "Which replica answers reads.",
      ["primary", "primaryPreferred", "secondary", "secondaryPreferred", "nearest"],
      { default: "primary" },
    ),
    concern: lb.choice("How durable the data that is read must be.", [
      "local",
      "majority",
      "linearizable",
    ]),
    max_staleness: lb.duration("How far a replica may lag and still answer."),
  }),
  write: lb.map("What a write promises, when the store also keeps state.", {
    concern: lb.text("Acknowledgement level of a write, such as majority or 1.", {
      anyScalar: true,
    }),
    journal: lb.boolean("Whether a write waits for the journal."),
    wtimeout: lb.duration("Deadline for the acknowledgement."),
  }),
  auth: lb.map("Login to the store.", {
    ...loginProperties,
    mechanism: lb.choice("Login mechanism.", ["SCRAM-SHA-256", "SCRAM-SHA-1", "MONGODB-X509"]),
    source: lb.text("Database that holds the user, such as admin."),
  }),
  tls: lb.map("Transport security.", {
    enabled: lb.boolean("Whether connections use TLS."),
    ca_file: lb.text("File with the certificates of trusted authorities."),
    allow_invalid_certificates: lb.boolean(
      "Whether a certificate that fails verification is accepted.",
    ),
  }),
  lookup: lb.map("How a document is found.", {
    key_field: lb.text("Document field that is compared with the lookup key."),
    projection: lb.list("Fields that are fetched.", { kind: "text" }),
    hint: lb.text("Name of the index to use."),
  }),
};
