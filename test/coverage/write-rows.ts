// `npm run coverage`: measures every property anew and rewrites the rows of the coverage table. A person
// reads the difference before it is committed: an effect that became a silence is a defect.
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import type { CoverageRow } from "../../src/language/coverage/row.js";
import { measuredRows } from "./measured-rows.js";
import { propertyCases } from "./property-cases.js";

const ownFiles = [
  "streams",
  "lookups",
  "checkpoints",
  "state_backends",
  "dead_letters",
  "completions",
  "resources",
  "secrets",
  "monitoring",
  "deployment",
];

const head = `// Written by \`npm run coverage\` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";
`;

async function write(root: string): Promise<void> {
  const wanted = process.argv.slice(2);
  for (const name of [...ownFiles, "other"]) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const cases = propertyCases().filter(({ section }) =>
      name === "other" ? !ownFiles.includes(section) : section === name,
    );
    const rows = Object.fromEntries(collapsed(await measuredRows(cases)));
    const words = name.split("_");
    const constant = words
      .map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1)))
      .join("");
    const text = `${head}\nexport const ${constant}Rows: CoverageRows = ${JSON.stringify(rows)};\n`;
    const path = `${root}src/language/coverage/rows/${words.join("-")}.ts`;
    writeFileSync(path, await format(text, { parser: "typescript", printWidth: 100 }));
    process.stdout.write(`${path}: ${String(cases.length)} properties\n`);
  }
}

function commonOf(key: string): string {
  return key.replace(/\.<[a-z0-9_]+>(?=\.)/u, "");
}

/** One row for a property that is the same for every type. */
function collapsed(
  rows: ReadonlyMap<string, CoverageRow>,
): readonly (readonly [string, CoverageRow])[] {
  const groups = new Map<string, (readonly [string, CoverageRow])[]>();
  for (const member of rows) {
    const common = commonOf(member[0]);
    groups.set(common, [...(groups.get(common) ?? []), member]);
  }
  return [...groups].flatMap(([common, members]) => {
    const texts = new Set(members.map(([, row]) => JSON.stringify(row)));
    const [first] = members;
    return members.length > 1 && texts.size === 1 && first !== undefined
      ? [[common, first[1]] as const]
      : members;
  });
}

await write(new URL("../../", import.meta.url).pathname);
