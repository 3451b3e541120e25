// The versions of versions.json, by name.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The bundle that runs stands in dist/build.
const file = fileURLToPath(new URL("../../test/conformance/versions.json", import.meta.url));

/** The pinned version called `name`, such as `kafka-4`. */
export function pinnedVersion(name: string): string {
  const versions = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, string>>;
  const version = versions[name];
  if (version === undefined) throw new Error(`versions.json names no ${name}`);
  return version;
}
