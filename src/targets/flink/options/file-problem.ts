// What Flink's two configuration files cannot hold, by the rules of their readers.
// Writes nothing: src/encode does.
import type { FlinkFileFormat } from "../lines.js";

// Words of printable ASCII without quotes and "#", one blank apart: nothing below objects to them.
const harmless = /^[!$-&(-~]+(?: [!$-&(-~]+)*$/u;

/**
 * Why a file of the format cannot hold `value` for `key`, to follow "it"; null: it can. The legacy
 * reader knows no quotes: it takes each line apart, drops outer blanks and all from a "#" on.
 */
export function fileProblem(key: string, value: string, format: FlinkFileFormat): string | null {
  if (harmless.test(value) && !key.startsWith("env.java.")) return null;
  // Flink drops a key without a value (legacy) or fails on it (standard).
  if (value.trim() === "" || /^[\0- ]*$/u.test(value)) return "is empty";
  if (/[\ud800-\udfff]/u.test(value)) return "has half of a surrogate pair";
  // The start scripts cut these values out of the file with grep and cut.
  if (key.startsWith("env.java.") && /["']|: | #/u.test(value)) {
    return 'has a quote, ": " or " #", which the start scripts cannot read';
  }
  if (format === "standard") return null;
  if (/[\r\n]/u.test(value)) return "has a line break";
  if (value.includes("#")) return 'has a "#", which begins a comment there';
  if (/\p{Cc}/u.test(value.replaceAll("\t", " "))) return "has a control character";
  return /^[\0- ]|[\0- ]$/u.test(value) ? "begins or ends with a blank" : null;
}
