// What YARN takes for names, tags and queues, each as a check in words. Must not report: callers know
// the place.

/** What is wrong with a text, to follow it in a sentence: "it …"; null when nothing is. */
export type TextProblem = string | null;

/** The name of an application: it is read back from a table whose columns tabs and blanks part. */
export function checkApplicationName(name: string): TextProblem {
  if (name === "") return "is empty";
  if (/\p{Cc}/u.test(name)) return "holds a line break, a tab or another control character";
  return /^\s|\s$/u.test(name) ? "begins or ends with a blank" : null;
}

/** The longest tag that the resource manager accepts (`YarnConfiguration.APPLICATION_MAX_TAG_LENGTH`). */
const longestTag = 100;

/** A tag of an application, which YARN keeps in lower case. */
export function checkTag(tag: string): TextProblem {
  if (tag.trim() === "") return "is empty";
  if (tag.includes(",")) return "holds a comma, which parts tags";
  if (!/^[ -~]*$/u.test(tag)) return "holds more than printable ASCII, which YARN refuses in tags";
  if (tag !== tag.trim()) return "begins or ends with a blank";
  return tag.length > longestTag
    ? `has ${tag.length} characters; YARN takes ${longestTag} at most`
    : null;
}

/** The name or path of a queue: names that dots part. */
export function checkQueue(queue: string): TextProblem {
  return /^[^.\s\p{Cc}]+(?:\.[^.\s\p{Cc}]+)*$/u.test(queue)
    ? null
    : "is no name of a queue: names without blanks, with dots between them";
}

/** A label of nodes (`NodeLabelUtil`). */
export function checkNodeLabel(label: string): TextProblem {
  return /^[0-9A-Za-z][0-9A-Za-z_-]{0,254}$/u.test(label)
    ? null
    : `is no node label: letters, digits, "-" and "_", beginning with a letter or digit`;
}

/** A local path or URI in a list that Flink parts at ";". */
export function checkListedFile(file: string): TextProblem {
  if (file === "") return "is empty";
  if (/\p{Cc}/u.test(file)) return "holds a line break or another control character";
  return /[;'"]/u.test(file) ? `holds ";" or a quote, which part Flink's lists of files` : null;
}
