// Which files `--processes` reads, and what is said where there are none.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { analyse } from "../../src/compile/analyse.js";
import { nodeHost } from "../../src/source/node-host.js";
import { analyseFiles, head, lineOf } from "../resolve/project.js";
import { placed } from "./project.js";

const infra = `${head("test")}
streams: { a: { type: kafka, topic: t, brokers: "b:1" } }
resources: { p: {}, q: {} }
`;

async function read(files: Readonly<Record<string, string>>, processes = "procs") {
  const { analysis, diagnostics } = await analyseFiles(
    { "main.infra": infra, ...files },
    { processes },
  );
  return {
    files: analysis.processFiles.map(({ path }) => path),
    lines: diagnostics.map(lineOf),
    places: diagnostics.map(placed),
  };
}

const p = "process p receive a end";
const q = "process q receive a end";

test("every .proc below the folder is read, in the order of the paths", async () => {
  const { files, lines } = await read({
    "procs/b/q.proc": q,
    "procs/a.proc": p,
    "procs/notes.md": "process x",
    "procs/.hidden/x.proc": "process x",
    "procs/node_modules/x.proc": "process x",
    "other/x.proc": "process x",
  });
  expect(files).toEqual(["procs/a.proc", "procs/b/q.proc"]);
  expect(lines).toEqual([]);
});

test("one file is read alone", async () => {
  expect(await read({ "procs/p.proc": `${p}\n${q}`, "procs/x.proc": "?" }, "procs/p.proc")).toEqual(
    {
      files: ["procs/p.proc"],
      lines: [],
      places: [],
    },
  );
});

test("E730: nothing is there", async () => {
  expect((await read({ "procs/p.proc": p }, "proc")).lines).toEqual([
    'E730 "proc" does not exist.',
  ]);
});

test("E723: the folder holds no process file", async () => {
  expect((await read({ "procs/p.infra": p })).lines).toEqual([
    'E723 "procs" holds no process file (.proc).',
  ]);
});

test("E722: a process is defined twice", async () => {
  const { places } = await read({ "procs/a.proc": `${p}\n${q}`, "procs/b.proc": p });
  expect(places).toEqual(["E722 procs/b.proc:1:9 p"]);
});

test("E736: a file that is no UTF-8 text", async () => {
  const host = nodeHost();
  const folder = mkdtempSync(join(tmpdir(), "nexgen-proc-"));
  try {
    writeFileSync(join(folder, "main.infra"), infra);
    writeFileSync(join(folder, "p.proc"), Buffer.from([0x70, 0xff]));
    const { diagnostics } = await analyse(host, join(folder, "main.infra"), {
      projectRoot: folder,
      processes: folder,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["E736"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("links: loops end, and nothing outside the folder is read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nexgen-proc-"));
  try {
    mkdirSync(join(folder, "procs/sub"), { recursive: true });
    writeFileSync(join(folder, "main.infra"), infra);
    writeFileSync(join(folder, "procs/p.proc"), `${p}\n${q}`);
    writeFileSync(join(folder, "secret.txt"), "hunter2");
    symlinkSync("..", join(folder, "procs/sub/loop"));
    symlinkSync("p.proc", join(folder, "procs/same.proc"));
    symlinkSync("../secret.txt", join(folder, "procs/out.proc"));
    const { diagnostics, processFiles } = await analyse(nodeHost(), join(folder, "main.infra"), {
      projectRoot: folder,
      processes: join(folder, "procs"),
    });
    expect(processFiles.map(({ path }) => path)).toEqual(["procs/p.proc"]);
    expect(diagnostics.map(lineOf)).toEqual([
      'E731 "procs/out.proc" cannot be read: it is a link that leads outside the folder of the processes.',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
