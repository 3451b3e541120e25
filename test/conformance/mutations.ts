// `npm run conformance:mutations [-- <word of a name>…]`: deliberate faults in the generators, each of
// which the one system named must find. A fault that passes shows that the system proves less than it
// says. Works on a copy of the project; prints "N passed, N failed" last.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** `from`, which stands once in `file`, becomes `to`. */
interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A fault, and the system that must find it. */
interface Mutation {
  readonly name: string;
  readonly system: string;
  readonly edits: readonly Edit[];
  /** What a failed check must say, so that no other failure counts. */
  readonly found: RegExp;
}

const mutations: readonly Mutation[] = [
  {
    name: "a renamed Flink key",
    system: "flink",
    edits: [
      {
        file: "src/targets/flink/configuration/checkpoints.ts",
        from: '"execution.checkpointing.min-pause"',
        to: '"execution.checkpointing.minimum-pause"',
      },
      // Our own table of options would notice.
      {
        file: "src/targets/flink/options/option-rows.ts",
        from: "\nexecution.checkpointing.min-pause ",
        to: "\nexecution.checkpointing.minimum-pause ",
      },
    ],
    found: /execution\.checkpointing\.minimum-pause is undeclared/u,
  },
  {
    name: "memory off by 1 MiB",
    system: "flink",
    edits: [
      {
        file: "src/targets/flink/memory/jvm-memory.ts",
        from: "min: 192 * MEGABYTE",
        to: "min: 193 * MEGABYTE",
      },
    ],
    found: /differ:/u,
  },
  {
    name: "pod memory off by 1 MiB",
    system: "kubernetes",
    edits: [
      {
        file: "src/targets/kubernetes/quantities.ts",
        from: "  let amount = bytes;",
        to: "  let amount = bytes + 1048576;",
      },
    ],
    found: /The pod may use \S+, Flink divides/u,
  },
  {
    name: "4gb in a quantity",
    system: "kubernetes",
    edits: [
      {
        file: "src/targets/kubernetes/quantities.ts",
        from: '  return `${amount}${binarySuffixes[power] ?? ""}`;',
        to: '  return `${amount}${(binarySuffixes[power] ?? "").toLowerCase().replace("i", "b")}`;',
      },
    ],
    found: /quantities must match the regular expression|should match/u,
  },
  {
    name: "a dropped selector label",
    system: "kubernetes",
    edits: [
      {
        file: "src/targets/kubernetes/labels.ts",
        from: '    ...(component === null ? {} : { "app.kubernetes.io/component": component }),\n',
        to: "",
      },
    ],
    found: /are labels of the pods of/u,
  },
  {
    name: "a missing RBAC verb",
    system: "kubernetes",
    edits: [
      { file: "generators/k8s/shared-objects.ts", from: '"watch", "create"', to: '"create"' },
    ],
    found: /may not watch/u,
  },
];

const root = fileURLToPath(new URL("../../", import.meta.url));
const leftBehind = new Set(["node_modules", ".git", "dist", "out"].map((name) => join(root, name)));

/** Null: the system found the fault. Else what happened instead. */
function surviving({ system, edits, found }: Mutation): string | null {
  const copy = mkdtempSync(join(tmpdir(), "nexgen-mutation-"));
  try {
    cpSync(root, copy, { recursive: true, filter: (path) => !leftBehind.has(path) });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    for (const { file, from, to } of edits) {
      const path = join(copy, file);
      const parts = readFileSync(path, "utf8").split(from);
      if (parts.length !== 2) return `"${from}" does not stand once in ${file}`;
      writeFileSync(path, parts.join(to));
    }
    // One line of Flink shows a fault as well as eight.
    const env = { ...process.env, NEXGEN_CONFORMANCE_FLINK_LINE: "1.18" };
    const command = ["run", "--silent", "conformance", "--", system];
    const { status, stdout } = spawnSync("npm", command, { cwd: copy, env, encoding: "utf8" });
    if (status === 0) return `all of ${system} passed`;
    return found.test(stdout) ? null : `it failed otherwise:\n${stdout.slice(-2000)}`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const words = process.argv.slice(2);
let failed = 0;
const chosen = mutations.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
for (const mutation of chosen) {
  const reason = surviving(mutation);
  if (reason !== null) failed += 1;
  const outcome = reason === null ? "found " : "MISSED";
  process.stdout.write(`${outcome} ${mutation.system}: ${mutation.name}\n`);
  if (reason !== null) process.stdout.write(`    ${reason.replaceAll("\n", "\n    ")}\n`);
}
process.stdout.write(`\n${String(chosen.length - failed)} passed, ${String(failed)} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
