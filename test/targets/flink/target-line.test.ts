// Which line is chosen, and what is said of it.
import { expect, test } from "vitest";
import { collectDiagnostics } from "../../../src/generator/contract.js";
import { targetLine } from "../../../src/targets/flink/target-line.js";
import { modelOf } from "../../fixtures/model-of.js";

const image = (tag: string): string =>
  `deployment: {type: kubernetes, image: {repository: r/flink, tag: '${tag}'}}`;

const cases = [
  { name: "nothing says", given: "", want: "1.20", codes: [] },
  { name: "the option", given: image("1.17.1"), option: "2.2", want: "2.2", codes: [] },
  { name: "a release as the option", given: "", option: "1.20.4", want: "1.20", codes: [] },
  {
    name: "the property",
    given: "deployment: {type: yarn, flink_version: '1.19'}",
    want: "1.19",
    codes: [],
  },
  { name: "a tag", given: image("1.17.1-proc-dsl"), want: "1.17", codes: ["N900"] },
  { name: "a tag without a version", given: image("latest"), want: "1.20", codes: ["W755"] },
  {
    name: "a tag without a version beside the property",
    given: image("latest").replace("image:", "flink_version: '2.2', image:"),
    want: "2.2",
    codes: [],
  },
  {
    name: "a Compose service of Flink",
    given:
      "deployment: {type: docker_compose, compose: {services: {db: {image: 'postgres:16'}, job_manager: {image: 'flink:2.1.0'}}}}",
    want: "2.1",
    codes: ["N900"],
  },
  { name: "an unsupported option", given: "", option: "1.9", want: null, codes: ["E900"] },
  { name: "an unsupported tag", given: image("1.15.2"), want: null, codes: ["E900"] },
];

test.each(cases)("$name", async ({ given, option, want, codes }) => {
  const { model, origins } = await modelOf(given === "" ? "resources: {p: {}}" : given);
  const { diagnostics, report } = collectDiagnostics();
  expect(targetLine({ model, origins, flinkVersion: option ?? null }, report)).toBe(want);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

test("an unsupported version names the supported ones", async () => {
  const { model, origins } = await modelOf("resources: {p: {}}");
  const { diagnostics, report } = collectDiagnostics();
  targetLine({ model, origins, flinkVersion: "3.0" }, report);
  expect(diagnostics[0]?.help).toBe("Supported: 1.17, 1.18, 1.19, 1.20, 2.0, 2.1, 2.2, 2.3.");
});
