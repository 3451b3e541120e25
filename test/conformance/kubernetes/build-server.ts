// Builds etcd, kube-apiserver, kube-controller-manager and kubectl as one program, from the Go module
// proxy: no registry has them ready. Minutes of compiling the first time, so it runs beside the rest.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import { needPrograms } from "../packages.js";
import versions from "../versions.json" with { type: "json" };

const release = versions.kubernetes.server;

/** Absolute path of the program; its first argument says which of the four it is. */
export async function buildServer(context: Context): Promise<string> {
  const source = join(context.root, "test/conformance/kubernetes/server/main.go");
  const key = createHash("sha256").update(readFileSync(source)).update(release);
  const folder = join(context.cache, `server-${release}-${key.digest("hex").slice(0, 12)}`);
  const program = join(folder, "kube");
  if (existsSync(program)) return program;
  await needPrograms(context, { go: "golang-go" });
  mkdirSync(folder, { recursive: true });
  copyFileSync(source, join(folder, "main.go"));
  writeFileSync(join(folder, "go.mod"), await moduleFile(context));
  const options = { cwd: folder, env: { CGO_ENABLED: "0" }, timeout: 45 * 60_000 };
  const go = (...args: string[]) => context.must("nice", ["-n", "19", "go", ...args], options);
  await go("mod", "tidy");
  const flags = ["-p", "2", "-trimpath", "-ldflags", `-s -w ${stamps()}`];
  await go("build", ...flags, "-o", "kube.part", ".");
  // A program that is there is complete.
  await context.must("mv", [`${program}.part`, program]);
  return program;
}

/**
 * Kubernetes replaces its own modules by folders of its repository, which reaches no consumer: each
 * is replaced by the published module of the same release here.
 */
async function moduleFile(context: Context): Promise<string> {
  const module = `k8s.io/kubernetes@v${release}`;
  const { stdout } = await context.must("go", ["mod", "download", "-json", module]);
  const { GoMod: file } = JSON.parse(stdout) as { readonly GoMod: string };
  const staged = readFileSync(file, "utf8").matchAll(/^\s*(k8s\.io\/[a-z-]+) => \.\/staging/gmu);
  const published = `v0.${release.slice(2)}`;
  const replacements = [...staged].map(
    ([, name]) => `\t${String(name)} => ${String(name)} ${published}`,
  );
  return [
    "module nexgen/kube",
    "go 1.26.0",
    "godebug default=go1.26",
    `require k8s.io/kubernetes v${release}`,
    `replace (\n${replacements.join("\n")}\n)`,
    "",
  ].join("\n\n");
}

/** Without them the server calls itself v0.0.0 and clients treat it as one. */
function stamps(): string {
  const [major, minor] = release.split(".");
  const values = { gitVersion: `v${release}`, gitMajor: major, gitMinor: minor };
  return ["k8s.io/component-base/version", "k8s.io/client-go/pkg/version"]
    .flatMap((name) =>
      Object.entries(values).map(([key, value]) => `-X ${name}.${key}=${String(value)}`),
    )
    .join(" ");
}
