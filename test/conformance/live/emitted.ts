// What nexgen makes of `live.infra` for one line of Flink, with the ports and folders of a run, on disk.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FlinkLine } from "../../../src/targets/flink/lines.js";
import type { Context } from "../harness.js";
import { freePort, freePorts } from "../ports.js";
import { render } from "../render.js";

/** Where a run has its things; what the variables of `live.infra` say. */
export interface Place {
  /** Absolute: state, logs and process ids. */
  readonly folder: string;
  readonly brokers: string;
  readonly jar: string;
  readonly restPort: number;
  readonly rpcPort: number;
  /** The first of the range of eleven. */
  readonly metricsPort: number;
  /** Where alerts are sent: `http://127.0.0.1:<port>`. */
  readonly receiver: string;
}

/** Emitted files below a folder. */
export interface Emitted {
  /** Absolute: `<folder>/live`, with a folder for each generator. */
  readonly folder: string;
  /** The text of a file; throws where nothing of that path was emitted. */
  readonly text: (path: string) => string;
}

/** Free ports for a run in `folder`. */
export async function placeFor(
  folder: string,
  known: Pick<Place, "brokers" | "jar" | "receiver">,
): Promise<Place> {
  mkdirSync(folder, { recursive: true });
  const [restPort = 0, rpcPort = 0] = await freePorts(2);
  return { ...known, folder, restPort, rpcPort, metricsPort: await freePort() };
}

/** Renders `live.infra` and writes the files as the CLI does. */
export async function emit(context: Context, line: FlinkLine, place: Place): Promise<Emitted> {
  const envFile = join(place.folder, "live.env");
  writeFileSync(envFile, `${variables(place).join("\n")}\n`);
  const path = join(context.root, "test/conformance/live/live.infra");
  const texts = new Map<string, string>();
  for (const generator of ["standalone", "prometheus-rules"]) {
    const input = { name: "live", path, envFile };
    const rendered = await render(input, { generator, flinkVersion: line });
    if (rendered === null) throw new Error(`${generator} refuses live.infra.`);
    for (const file of rendered.files) {
      const target = join(place.folder, "out", file.path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, file.text);
      if (file.executable) chmodSync(target, 0o755);
      texts.set(file.path.replace(/^live\//u, ""), file.text);
    }
  }
  const text = (name: string): string => {
    const found = texts.get(name);
    if (found === undefined) throw new Error(`${name} was not emitted.`);
    return found;
  };
  return { folder: join(place.folder, "out/live"), text };
}

function variables(place: Place): readonly string[] {
  return [
    `BROKERS=${place.brokers}`,
    `RUN_FOLDER=${place.folder}`,
    `JOB_JAR=${place.jar}`,
    `REST_PORT=${String(place.restPort)}`,
    `RPC_PORT=${String(place.rpcPort)}`,
    `METRICS_PORT=${String(place.metricsPort)}`,
    // ON_CALL_URL is a credential: it is set nowhere, and stands in a file of its own.
    `RECEIVER=${place.receiver}`,
  ];
}
