// The stream scripts with the real AWS command line against moto, a stand-in of the service: it keeps
// streams, shards, retention and encryption as the service does, and knows none of its quotas.
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context, Outcome, System } from "../harness.js";
import { freePort } from "../ports.js";
import { needPrograms } from "../packages.js";
import { renderInfra } from "../render-text.js";
import versions from "../versions.json" with { type: "json" };
import { claims, limits } from "./claims.js";

export const kinesis: System = {
  name: "kinesis",
  proves: "stream scripts create, align and refuse as promised, by the AWS command line and moto",
  claims,
  limits,
  run,
};

/** The account that moto plays. */
const account = "123456789012";

function infra(shards: number, hours: number, owner = account): string {
  return `
version: "1.0"
environment: kinesis
streams:
  sized: {type: kinesis, stream: sized, region: us-east-1, account_id: "${owner}", shard_count: ${shards}, retention_hours: ${hours}, encryption: true}
  plain: {type: kinesis, stream: plain, region: us-east-1, account_id: "${owner}"}
`;
}

async function run(context: Context): Promise<void> {
  const environment = await startService(context);
  const runScript = async (text: string, ...args: string[]): Promise<Outcome> => {
    const files = await renderInfra(text, ["kafka-topics"]);
    const script = files.find(({ path }) => path.endsWith("/streams.sh"));
    const path = join(context.scratch, "streams.sh");
    writeFileSync(path, script?.text ?? "");
    return context.exec("bash", [path, ...args], { env: environment });
  };
  const summary = async (name: string): Promise<readonly string[]> => {
    const fields = "[OpenShardCount,RetentionPeriodHours,EncryptionType]";
    const query = ["--query", `StreamDescriptionSummary.${fields}`, "--output", "text"];
    const describe = ["kinesis", "describe-stream-summary", "--region", "us-east-1"];
    const read = [...describe, "--stream-name", name, ...query];
    const { stdout } = await context.must("aws", read, { env: environment });
    return stdout.trim().split("\t");
  };
  await context.check("a plan says what would be and does nothing", async () => {
    ended(await runScript(infra(2, 48), "--plan"), 2);
    const list = ["kinesis", "list-streams", "--region", "us-east-1", "--query", "StreamNames"];
    const { stdout } = await context.must("aws", list, { env: environment });
    deepStrictEqual(JSON.parse(stdout), []);
  });
  await context.check("2 streams are read back as modelled, and a second run is idle", async () => {
    ended(await runScript(infra(2, 48)), 0);
    deepStrictEqual(await summary("sized"), ["2", "48", "KMS"]);
    strictEqual((await summary("plain"))[1], "24");
    ended(await runScript(infra(2, 48), "--plan"), 0);
    ended(await runScript(infra(2, 48)), 0);
  });
  await context.check("retention is aligned both ways", async () => {
    ended(await runScript(infra(2, 72)), 0);
    deepStrictEqual(await summary("sized"), ["2", "72", "KMS"]);
    ended(await runScript(infra(2, 24)), 0);
    deepStrictEqual(await summary("sized"), ["2", "24", "KMS"]);
  });
  await context.check("shards are added by the flag only, and never taken away", async () => {
    ended(await runScript(infra(7, 24)), 3);
    deepStrictEqual(await summary("sized"), ["2", "24", "KMS"]);
    ended(await runScript(infra(7, 24), "--allow-shard-increase"), 0);
    deepStrictEqual(await summary("sized"), ["7", "24", "KMS"]);
    ended(await runScript(infra(2, 24), "--allow-shard-increase"), 3);
    deepStrictEqual(await summary("sized"), ["7", "24", "KMS"]);
  });
  await context.check("another account is refused before anything is asked", async () => {
    const other = await runScript(infra(2, 24, "111122223333"));
    ended(other, 1);
    ok(other.stderr.includes("111122223333"), other.stderr);
  });
}

function ended({ code, stdout, stderr }: Outcome, wanted: number): void {
  strictEqual(code, wanted, `exit code ${code}, not ${wanted}:\n${stdout}${stderr}`);
}

/** Installs and starts moto; the variables that lead the command line to it. */
async function startService(context: Context): Promise<Readonly<Record<string, string>>> {
  await needPrograms(context, { python3: "python3" });
  const { awscli, moto } = versions.kinesis;
  const programs = join(context.cache, `moto-${moto}-awscli-${awscli}`);
  if (!existsSync(join(programs, "complete"))) {
    rmSync(programs, { recursive: true, force: true });
    await context.must("python3", ["-m", "venv", programs]);
    const packages = [`moto[server]==${moto}`, `awscli==${awscli}`];
    await context.must(join(programs, "bin/pip"), ["install", "-q", ...packages]);
    mkdirSync(join(programs, "complete"));
  }
  const port = await freePort();
  context.start(join(programs, "bin/moto_server"), ["-H", "127.0.0.1", "-p", String(port)]);
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => void setTimeout(resolve, 200));
  }
  return {
    PATH: `${join(programs, "bin")}:${process.env["PATH"] ?? ""}`,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  };
}
