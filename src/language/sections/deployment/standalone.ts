// The rows of `deployment` for a fixed set of hosts.
import { from } from "../../build-property.js";
import type { Properties, Synonym } from "../../property.js";

const module = from("DT");
const port = { minimum: 1, maximum: 65535 };

const jobManager = module.map(
  "The coordinator.",
  {
    host: module.text("Host name or address.", { required: true }),
    port: module.integer("RPC port, 6123 as a rule.", port),
    web_port: module.integer("Port of the REST API and web UI, 8081 as a rule.", port),
  },
  { required: true },
);

export const standalone: Properties = {
  cluster: module.map("Hosts of the cluster; required unless job_manager is given as host:port.", {
    job_manager: jobManager,
    task_managers: module.list("Hosts of the workers.", {
      kind: "map",
      properties: {
        host: module.text("Host name or address.", { required: true }),
        port: module.integer("RPC port, 6122 as a rule.", port),
        slots: module.integer("Task slots on this host.", { minimum: 1 }),
      },
    }),
  }),
};

/** The short form names the REST port; the RPC port stays Flink's own default. */
export const standaloneSynonyms: readonly Synonym[] = [
  {
    canonical: "cluster.job_manager",
    spelled: "job_manager",
    bothSet: "error",
    types: ["standalone"],
    as: "host-and-port",
    shape: "scalar",
  },
];
