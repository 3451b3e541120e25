// Names and ports of the plain objects of one process. Ports are the ones in the configuration.
import type { Process } from "../../../src/model/infra-model.js";
import { processName } from "../context.js";
import type { FlinkOptions } from "../flink-options.js";

export function jobManagerName(process: Process): string {
  return `${processName(process)}-jobmanager`;
}

export function taskManagerName(process: Process): string {
  return `${processName(process)}-taskmanager`;
}

export function restServiceName(process: Process): string {
  return `${processName(process)}-rest`;
}

export interface Ports {
  readonly rpc: number;
  readonly blob: number;
  readonly rest: number;
  readonly taskManagerRpc: number;
  readonly data: number;
}

export function portsOf(options: FlinkOptions): Ports {
  const port = (key: string, fallback: number): number => {
    const text = options.get(key);
    return text !== null && /^\d+$/u.test(text) && text !== "0" ? Number(text) : fallback;
  };
  return {
    rpc: port("jobmanager.rpc.port", 6123),
    blob: port("blob.server.port", 6124),
    rest: port("rest.port", 8081),
    taskManagerRpc: port("taskmanager.rpc.port", 6122),
    data: port("taskmanager.data.port", 6121),
  };
}
