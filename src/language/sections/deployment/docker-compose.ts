// The rows of `deployment` for Docker Compose.
import { from } from "../../build-property.js";
import type { FreeMapType, Properties } from "../../property.js";

const module = from("DT");
const ours = from("addition");

const serviceName = "^[a-zA-Z0-9][a-zA-Z0-9._-]*$";

const services: FreeMapType = {
  kind: "free",
  keys: "service name",
  keyPattern: serviceName,
  values: {
    kind: "map",
    properties: {
      image: module.text("Image of the service.", { required: true }),
      ports: module.list("Published ports, quoted: host:container.", {
        kind: "text",
        pattern: "^(\\S+:)?[0-9]+(-[0-9]+)?(/(tcp|udp))?$",
        form: "host:container",
      }),
      environment: module.list(
        "Environment variables as NAME=value.",
        {
          kind: "text",
          pattern: "^[A-Za-z_][A-Za-z0-9_]*(=[\\s\\S]*)?$",
          form: "NAME=value",
        },
        { sensitive: "by-key" },
      ),
      replicas: module.integer("Number of containers.", { minimum: 0 }),
      depends_on: module.list("Services started before this one.", { kind: "text" }),
      command: ours.list("Command and arguments in place of the image's own.", {
        kind: "text",
        anyScalar: true,
        words: true,
      }),
      volumes: ours.list("Mounts of the service: host:container, or name:container.", {
        kind: "text",
      }),
      healthcheck: ours.text("Shell command that succeeds once the service can be used.", {
        words: true,
      }),
    },
  },
};

/** Services may also stand beside `services`; the Compose target folds them in. */
export const dockerCompose: Properties = {
  compose: module.map(
    "The Compose project; a service may also stand directly below.",
    {
      project_name: module.text("Name of the project."),
      services: module.free("Services of the project.", services.keys, services.values, {
        keyPattern: serviceName,
      }),
    },
    { required: true, others: services },
  ),
  volumes: module.list("Mounts of the Flink services: host:container.", { kind: "text" }),
};
