// The servers that lookups ask: Redis and PostgreSQL on ports of their own, as a user who is not root.
import { chmodSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";

/** Starts a Redis; `options` are those of `redis-server`. Resolves when it answers. */
export async function startRedis(
  { start, exec, scratch }: Context,
  port: number,
  options: readonly string[],
): Promise<void> {
  const always = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", scratch];
  start("redis-server", [...always, ...options]);
  await until(`Redis on port ${port}`, async () => {
    const { stdout } = await exec("redis-cli", ["-p", String(port), "PING"]);
    return stdout.includes("PONG") || stdout.includes("NOAUTH");
  });
}

/** Starts a PostgreSQL with a database `cards`, below `folder`; `postgres` is its administrator. */
export async function startPostgres(
  { must, exec, start, onStop }: Context,
  port: number,
  folder: string,
): Promise<void> {
  const [version] = readdirSync("/usr/lib/postgresql").toSorted().toReversed();
  const programs = `/usr/lib/postgresql/${version ?? ""}/bin`;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  const asPostgres = ["-u", "postgres", "--"];
  await must(
    "runuser",
    [
      ...asPostgres,
      `${programs}/initdb`,
      "-D",
      data,
      "--auth-local=trust",
      "--auth-host=scram-sha-256",
    ],
    { cwd: folder },
  );
  start(
    "runuser",
    [
      ...asPostgres,
      `${programs}/postgres`,
      "-D",
      data,
      "-p",
      String(port),
      "-k",
      folder,
      "-c",
      "fsync=off",
    ],
    { cwd: folder },
  );
  // Its processes leave the group that is killed: it is asked to stop, and takes them along.
  onStop(async () => {
    const stop = [`${programs}/pg_ctl`, "stop", "-D", data, "-m", "immediate", "-w"];
    await exec("runuser", [...asPostgres, ...stop], { cwd: folder });
  });
  const ask = ["-h", folder, "-p", String(port), "-U", "postgres", "-c"];
  await until(`PostgreSQL on port ${port}`, async () => {
    const { code } = await exec("psql", [...ask, "SELECT 1"]);
    return code === 0;
  });
  await must("psql", [...ask, "ALTER ROLE postgres PASSWORD 'administrator'"]);
  await must("psql", [...ask, "CREATE DATABASE cards"]);
}

/** Resolves when `holds` does; an error after so many attempts, five a second. */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  attempts = 150,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what} does not answer`);
}
