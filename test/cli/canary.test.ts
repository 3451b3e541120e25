// A unique value in every variable that feeds a sensitive property occurs in no byte of what a run
// writes or prints: files, manifests, standard output and error.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { analyse } from "../../src/compile/analyse.js";
import { nodeHost } from "../../src/source/node-host.js";
import { fullFile } from "../generators/k8s/full-file.js";
import { project } from "./run.js";

/** The `.infra` files of an example, and its `.env`. */
function example(name: string): Readonly<Record<string, string>> {
  const folder = `examples/${name}`;
  const files = readdirSync(folder).filter((file) => file.endsWith(".infra"));
  const texts = files.map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")]);
  const env = existsSync(`${folder}/.env`) ? readFileSync(`${folder}/.env`, "utf8") : "";
  return { ...Object.fromEntries(texts), ".env": env };
}

/** Every flavor of every generator that has some. */
const flavors = [
  "--k8s-flavor",
  "plain",
  "--topics-flavor",
  "strimzi",
  "--rules-flavor",
  "operator",
];

/** The forms in which a value may leak. */
function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  return [
    value,
    [...value].toReversed().join(""),
    bytes.toString("hex"),
    encodeURIComponent(value),
    createHash("sha256").update(value).digest("hex"),
    // Any alignment inside a longer text: the middle of the encoding is the same.
    ...["", "x", "xx"].map((before) =>
      Buffer.from(before + value)
        .toString("base64")
        .slice(4, -4),
    ),
  ];
}

test.each([
  ["production.infra", example("card-processing")],
  ["staging.infra", example("card-processing")],
  ["production-flink2.infra", example("card-processing")],
  ["laptop.infra", example("laptop")],
  ["yarn-batch.infra", example("yarn-batch")],
  [
    "full.infra",
    { "full.infra": `version: "1.0"\nenvironment: production\n${fullFile}`, ".env": "" },
  ],
])("%s, every generator and flavor", async (entry, files) => {
  const place = project(files);
  const analysis = await analyse(nodeHost(), `${place.folder}/${entry}`, {});
  const variables = analysis.models.flatMap(({ model }) =>
    model.runtime.variables.map(({ name }) => name),
  );
  expect(variables.length).toBeGreaterThan(0);
  const canaries = new Map(
    variables.map((name, index) => [name, `cAnArY-${index}-q8Zr/${name}+x9`]),
  );
  const env = [...canaries].flatMap(([name, value]) => ["--env", `${name}=${value}`]);
  let printed = "";
  for (const args of [
    ["build", entry, "-o", "out"],
    ["build", entry, "-o", "other", ...flavors],
    ["prometheus-rules", entry, "--stdout"],
    ["build", entry, "-o", "out", "--format", "json"],
    ["build", entry, "-o", "out", "--check", "--diff"],
    ["resolve", entry],
  ]) {
    const { code, out, err } = await place.run(...args, ...env);
    expect([args.join(" "), [0, 1].includes(code)]).toEqual([args.join(" "), true]);
    printed += out + err;
  }
  const written = Object.entries(place.snapshot()).flatMap(([path, content]) =>
    /^(?:out|other)\//u.test(path)
      ? [[path, Buffer.from(content.split(" ")[1] ?? "", "base64").toString()] as const]
      : [],
  );
  place.remove();
  expect(written.length).toBeGreaterThan(10);
  const hits: string[] = [];
  for (const [name, value] of canaries) {
    for (const form of formsOf(value)) {
      if (printed.includes(form)) hits.push(`${name} is printed`);
      for (const [path, text] of written) if (text.includes(form)) hits.push(`${name} in ${path}`);
    }
  }
  expect(hits).toEqual([]);
});
