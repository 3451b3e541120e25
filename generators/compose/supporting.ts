// The services of the file that are not Flink's own: brokers, databases and what else a job talks to.
import { absent } from "../../src/encode/leaf.js";
import type { View } from "../../src/generator/contract.js";
import { derived, pick } from "../../src/generator/view.js";
import type { Context, StatedService } from "./context.js";
import { namedVolume } from "./service-texts.js";
import { composeText, plainText } from "./variables.js";

/** The service `name`, as Compose reads it. */
export function supportingService(context: Context, service: StatedService): View {
  const { command, environment, healthcheck, ports, replicas, volumes } = service;
  return {
    image: derived(plainText(service.image), [service, "image"]),
    command: command === null ? absent : derived(command.map(plainText), [service, "command"]),
    environment:
      environment === null
        ? absent
        : derived(
            environment.map((text) => composeText(text)),
            [service, "environment"],
          ),
    ports: ports === null ? absent : pick(service, "ports"),
    volumes: volumes === null ? absent : derived(volumes.map(plainText), [service, "volumes"]),
    healthcheck: healthcheck === null ? absent : shellHealthcheck(healthcheck, service),
    depends_on: dependencies(context, service.dependsOn ?? []),
    deploy: replicas === null ? absent : { replicas: pick(service, "replicas") },
  };
}

/** The check that the file states, for a service that may have one of its own. */
export function shellHealthcheck(command: string, service: StatedService): View {
  return healthcheckOf(derived(["CMD-SHELL", plainText(command)], [service, "healthcheck"]));
}

/** A check that is patient at the start, and quick then. */
export function healthcheckOf(test: View[string]): View {
  return { test, interval: "5s", timeout: "5s", retries: 12, start_period: "10s" };
}

/** Waits for what can be waited for; absent where there is nothing. */
export function dependencies(context: Context, names: readonly string[]): View[string] {
  const found = waits(context, names);
  return Object.keys(found).length === 0 ? absent : found;
}

/** What `depends_on` holds for services of the file; others are left out. */
export function waits(context: Context, names: readonly string[]): View {
  const rows = names.flatMap((name) => {
    const host = context.renamed.get(name) ?? name;
    const service = context.supporting.get(host);
    if (service === undefined) return [];
    const condition = service.healthcheck === null ? "service_started" : "service_healthy";
    return [[host, { condition }] as const];
  });
  return Object.fromEntries(rows);
}

/** Volumes by name that a list of mounts uses: what is no path. */
export function namedVolumes(mounts: readonly string[]): readonly string[] {
  return mounts.flatMap((mount) => namedVolume(mount) ?? []);
}
