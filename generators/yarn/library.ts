// What all scripts of the output share: functions, the same for every file that is compiled.
import type { PlannedFile } from "../../src/generator/contract.js";
import type { Context } from "./context.js";

/** Files below `script-library/`, which scripts source. */
export function libraryFiles({ mode }: Context): readonly PlannedFile[] {
  const names = ["yarn.bash", "job.bash", ...(mode === "session" ? ["session.bash"] : [])];
  return names.map((name): PlannedFile => ({
    path: `script-library/${name}`,
    language: "shell",
    process: null,
    body: { kind: "template", template: `yarn/script-library/${name}`, view: {} },
  }));
}
