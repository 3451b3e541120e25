// Where emitted scripts look for local files of the input, as a shell word. Must not ask whether they
// exist: scripts do when they run.
import { code, type Code } from "../encode/leaf.js";
import { shellWord } from "../encode/shell.js";

/** Before a relative path: the folder of the generator's output, above that of each script. */
const projectFolder = '"${PROJECT_FOLDER:-$here/..}"/';

/** What stands before the word of `path`: nothing for what is absolute or has a scheme. */
export function folderBefore(path: string): string {
  return /^(?:\/|[A-Za-z][A-Za-z0-9+.-]*:\/)/u.test(path) ? "" : projectFolder;
}

/** The jar as a word: as it is named, or `<process>.jar` beside the script, where nothing names one. */
export function jarWord(jar: string | null, process: string): Code {
  if (jar === null) return code(`$here/${shellWord(`${process}.jar`)}`);
  // A name with a control character is refused before it is printed.
  const name = jar.replaceAll("\0", "");
  return code(folderBefore(name) + shellWord(name.replace(/^(?:\.\/+)+/u, "")));
}
