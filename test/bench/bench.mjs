// `npm run bench`: what a run costs, as a multiple of `node -e 0` measured in the same call, so that
// the machine's speed and load cancel out. Options: `--quick` (fewer runs), `--gate` (exit 1 beyond
// 1.5 times a target, or a growth of 11), `--runs <n>`, `--folder <dir>` (where to write; the cost of
// the disk is part of a cold run, so a slow or busy one shows). Needs Node and the built command only.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeEnvironments, writeWorkload } from "./workload.mjs";

const root = new URL("../../", import.meta.url);
const { bin } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const command = fileURLToPath(new URL(bin.nexgen, root));
const hook = fileURLToPath(new URL("usage-hook.cjs", import.meta.url));
const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    gate: { type: "boolean", default: false },
    runs: { type: "string" },
    folder: { type: "string", default: tmpdir() },
  },
});
const runs = Number(options.runs ?? (options.quick ? 5 : 15));
const warmUps = options.quick ? 1 : 2;

/** How far beyond its target a figure may be on a busy machine before CI fails. */
const gateFactor = 1.5;
const growthGate = 11;

/**
 * Sizes with the ratio to keep and the ratio to reach for, and what all generators together may take:
 * budgets as measured, since those guessed before (2, 9, 60) knew nothing of the number of files, which
 * is 1,730 at N = 1000, three quarters of them Java classes.
 */
const sizes = [
  { bindings: 10, target: 1.7, reach: 1.5, build: 2.3 },
  { bindings: 100, target: 2.4, reach: 2.0 },
  { bindings: 1000, target: 6.5, reach: 4.4, build: 12 },
  { bindings: 10000, target: 24, reach: 18, build: 84 },
];
const builds = sizes.filter(({ build }) => build !== undefined);

/** Folders that are validated whole; the target is the share that their size has of a whole build's. */
const folders = [
  { environments: 20, target: 9 },
  { environments: 200, target: 58 },
];

// ---- measuring

/** Runs Node with `args`; gives CPU time in microseconds and peak memory in KiB. */
function measure({ args, exitCode = 0 }) {
  const {
    KAFKA_BROKERS: _brokers,
    LOOKUP_USER: _user,
    NODE_OPTIONS: _options,
    ...env
  } = process.env;
  const child = spawnSync(process.execPath, ["--require", hook, ...args], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (child.status !== exitCode) {
    throw new Error(`exit code ${child.status} of ${args.join(" ")}\n${child.stderr}`);
  }
  return JSON.parse(child.output[3].toString());
}

function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians of every subject; one run of each per round, so that load changes hit all alike. */
function measureAll(subjects) {
  const samples = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = -warmUps; round < runs; round += 1) {
    for (const subject of subjects) {
      subject.before?.();
      const sample = measure(subject);
      if (round >= 0) samples.get(subject.name).push(sample);
    }
  }
  return (name) => {
    const taken = samples.get(name);
    return {
      cpu: median(taken.map(({ cpu }) => cpu)),
      peak: median(taken.map(({ peak }) => peak)),
    };
  };
}

/** Every file below `folder` with its modification time. */
function times(folder) {
  if (!existsSync(folder)) return "";
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => `${path} ${statSync(path, { bigint: true }).mtimeNs}`)
    .join("\n");
}

// ---- what is measured

/** The commands for a workload in `folder`. */
function subjectsFor(folder) {
  const subjects = [
    { name: "node -e 0", args: ["-e", "0"] },
    { name: "--help", args: [command, "--help"] },
    { name: "--version", args: [command, "--version"] },
  ];
  for (const { bindings, build } of sizes) {
    const at = join(folder, String(bindings));
    const { entry, broken } = writeWorkload(at, bindings);
    const cold = (name, generator, out) => ({
      name,
      args: [command, generator, entry, "-o", out],
      before: () => rmSync(out, { recursive: true, force: true }),
    });
    subjects.push(cold(`k8s, N = ${bindings}`, "k8s", join(at, "out")));
    if (build !== undefined) {
      subjects.push(cold(`build, N = ${bindings}`, "build", join(at, "build")));
    }
    if (bindings !== 1000) continue;
    // Finds the output of the cold run.
    subjects.push({ name: "again", args: [command, "k8s", entry, "-o", join(at, "out")] });
    const elsewhere = join(at, "broken");
    subjects.push({
      name: "one error",
      args: [command, "k8s", broken, "-o", elsewhere],
      exitCode: 1,
    });
  }
  for (const { environments } of folders) {
    const at = join(folder, `environments-${environments}`);
    writeEnvironments(at, environments);
    subjects.push({ name: environmentsName(environments), args: [command, "validate", at] });
  }
  return subjects;
}

function environmentsName(environments) {
  return `validate, ${environments} environments`;
}

/** Runs twice, and gives whether the second run left every modification time as it was. */
function secondRunKeepsTimes(folder) {
  const out = join(folder, "1000", "kept");
  const args = [command, "k8s", join(folder, "1000", "production.infra"), "-o", out];
  measure({ args });
  const before = times(out);
  measure({ args });
  return before !== "" && before === times(out);
}

function rowsOf(of) {
  const base = of("node -e 0").cpu;
  const row = (name, limits) => ({ name, value: of(name).cpu / base, unit: "x", ...limits });
  const cold = of("k8s, N = 1000").cpu;
  const large = of("k8s, N = 10000");
  return [
    ...["--help", "--version"].map((name) => row(name, { target: 1.15 })),
    ...sizes.map(({ bindings, target, reach }) => row(`k8s, N = ${bindings}`, { target, reach })),
    ...builds.map(({ bindings, build }) => row(`build, N = ${bindings}`, { target: build })),
    ...folders.map(({ environments, target }) => row(environmentsName(environments), { target })),
    {
      name: "growth of validate",
      value: (of(environmentsName(200)).cpu - base) / (of(environmentsName(20)).cpu - base),
      target: 10,
      gate: growthGate,
    },
    {
      name: "growth from N = 1000 to 10000",
      value: (large.cpu - base) / (cold - base),
      target: 8,
      gate: growthGate,
    },
    {
      name: "growth of build",
      value: (of("build, N = 10000").cpu - base) / (of("build, N = 1000").cpu - base),
      target: 10,
      gate: growthGate,
    },
    { name: "peak memory, N = 10000", value: large.peak / 1024, target: 350, unit: " MiB" },
    {
      name: "one error, N = 1000, to the clean run",
      value: of("one error").cpu / cold,
      target: 1.3,
    },
    { name: "second run, N = 1000, to the cold run", value: of("again").cpu / cold, target: 1 },
  ];
}

/** CPU time in microseconds of plain calls that write the files of `from` again: the disk's share. */
function plainWrites(from, to) {
  const files = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const folder = join(to, relative(from, parentPath));
      return { folder, path: join(folder, name), bytes: readFileSync(join(parentPath, name)) };
    });
  const start = process.cpuUsage();
  for (const { folder, path, bytes } of files) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, bytes);
  }
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

// ---- the report

function print(rows) {
  const shown = rows.map(({ name, value, target, reach, gate, unit = "" }) => [
    name,
    `${value.toFixed(2)}${unit}`,
    `<= ${target}`,
    reach === undefined ? "" : `<= ${reach}`,
    `<= ${(gate ?? target * gateFactor).toFixed(2)}`,
    value <= (reach ?? target) ? "good" : value <= target ? "within target" : "MISSED",
  ]);
  const table = [["", "measured", "target", "reach", "CI gate", ""], ...shown];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
  }
}

function bench(folder) {
  const of = measureAll(subjectsFor(folder));
  const rows = rowsOf(of);
  const milliseconds = (of("node -e 0").cpu / 1000).toFixed(1);
  process.stdout.write(
    `CPU time, medians of ${runs} runs; x is one run of "node -e 0" (${milliseconds} ms here)\n`,
  );
  if (process.env.NODE_EXTRA_CA_CERTS !== undefined) {
    process.stdout.write(
      "NODE_EXTRA_CA_CERTS is set: Node reads those certificates at every start, so x is larger, and all multiples are smaller, than without it\n",
    );
  }
  process.stdout.write("\n");
  print(rows);
  const kept = secondRunKeepsTimes(folder);
  const plain = plainWrites(join(folder, "10000", "out"), join(folder, "plain"));
  const share = (plain / of("node -e 0").cpu).toFixed(2);
  process.stdout.write(`\nplain writes of the output, N = 10000: ${share}x on this disk`);
  process.stdout.write(`\nsecond run: ${kept ? "no" : "A"} modification time moved\n`);
  const beyond = rows.filter(({ value, target, gate }) => value > (gate ?? target * gateFactor));
  if (options.gate && (beyond.length > 0 || !kept)) {
    process.stdout.write(
      `\nbeyond the gate: ${beyond.map(({ name }) => name).join("; ") || "times"}\n`,
    );
    process.exitCode = 1;
  }
}

if (existsSync(command)) {
  const folder = mkdtempSync(join(options.folder, "nexgen-bench-"));
  try {
    bench(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  process.stderr.write("The command is not built: run npm run build first.\n");
  process.exitCode = 1;
}
