import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkAnnotationKey,
  checkConfigMapKey,
  checkCronJobName,
  checkDnsLabel,
  checkDnsSubdomain,
  checkEnvironmentVariableName,
  checkFlinkDeploymentName,
  checkLabelKey,
  checkLabelValue,
  checkNamespace,
  checkPortName,
  checkServiceName,
  environmentVariableName,
  kubernetesName,
  nameCollisions,
} from "../../../src/targets/kubernetes/names.js";
import type { NameProblem } from "../../../src/targets/kubernetes/names.js";

const a = (length: number): string => "a".repeat(length);

interface Rule {
  readonly check: (text: string) => NameProblem;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const rules: readonly (readonly [string, Rule])[] = [
  [
    "DNS label",
    {
      check: checkDnsLabel,
      good: ["a", "0", "a-b", "a--b", a(63)],
      bad: ["", "-a", "a-", "A", "a_b", "a.b", a(64), "é", "a\n"],
    },
  ],
  ["namespace", { check: checkNamespace, good: ["prod", "1a"], bad: ["prod.x", a(64)] }],
  [
    "DNS subdomain",
    {
      check: checkDnsSubdomain,
      good: ["a", "a.b", "0.1", a(253)],
      bad: ["", ".a", "a.", "a..b", "a.-b", "a-.b", "A", a(254)],
    },
  ],
  [
    "Service",
    {
      check: checkServiceName,
      good: ["a", "a-1", a(63)],
      bad: ["", "1a", "a-", "-a", "a.b", a(64)],
    },
  ],
  [
    "FlinkDeployment",
    {
      check: checkFlinkDeploymentName,
      good: ["a", "a-1", a(45)],
      bad: ["", "1a", "a-", a(46), "a_b"],
    },
  ],
  ["CronJob", { check: checkCronJobName, good: [a(52)], bad: [a(53), "A"] }],
  [
    "label key",
    {
      check: checkLabelKey,
      good: ["app", "A_b.c-d", "example.com/a", `${a(253)}/${a(63)}`],
      bad: ["", "/a", "a/", "a/b/c", "Example.com/a", "-a", "a-", "a b", a(64), `${a(254)}/a`],
    },
  ],
  [
    "annotation key",
    {
      check: checkAnnotationKey,
      good: ["prometheus.io/scrape", "Example.com/a"],
      bad: ["", "a/b/c", "a b"],
    },
  ],
  [
    "label value",
    {
      check: checkLabelValue,
      good: ["", "a", "A_b.c-d", "1.20", a(63)],
      bad: ["a,b", "a/b", "a b", "-a", "a.", a(64)],
    },
  ],
  [
    "environment variable",
    {
      check: checkEnvironmentVariableName,
      good: ["A", "_a", "a1"],
      bad: ["", "1a", "a-b", "a.b", "a=b"],
    },
  ],
  [
    "port name",
    {
      check: checkPortName,
      good: ["rest", "a", "1a", "blob-1", a(15)],
      bad: ["", "1", "1-2", "-a", "a-", "a--b", "A", a(16)],
    },
  ],
  [
    "ConfigMap key",
    {
      check: checkConfigMapKey,
      good: ["config.yaml", "-a", "_", ".a", a(253)],
      bad: ["", ".", "..", "..a", "a/b", "a b", a(254)],
    },
  ],
];

const good = rules.flatMap(([name, { check, good: texts }]) =>
  texts.map((text) => [name, text, check] as const),
);
const bad = rules.flatMap(([name, { check, bad: texts }]) =>
  texts.map((text) => [name, text, check] as const),
);

test.each(good)("%s may be %j", (_, text, check) => {
  expect(check(text)).toBeNull();
});

test.each(bad)("%s cannot be %j", (_, text, check) => {
  expect(check(text)).toMatch(/^(?:must|has) /);
});

test("problems say what is wrong", () => {
  expect(checkDnsLabel(a(70))).toBe("must have at most 63 characters (it has 70)");
  expect(checkLabelKey("x/-")).toContain('has a name (after "/") that must hold only letters');
  expect(checkLabelKey("-/x")).toContain('has a prefix (before "/") that must hold only');
});

test.each([
  ["fraud_check", "fraud-check"],
  ["a", "a"],
  ["a1_b2", "a1-b2"],
  ["a__b", "a--2-b"],
  ["a___2_c", "a--3-2-c"],
  ["a_", "a--1"],
  ["a__", "a--2"],
])("logical name %s becomes %s", (name, want) => {
  expect(kubernetesName(name)).toBe(want);
});

/** The inverse, which shows that no two names share a result. */
function logicalName(name: string): string {
  return name
    .replace(/--(\d+)(?:-|$)/g, (_, count: string) => "_".repeat(Number(count)))
    .replaceAll("-", "_");
}

test("every logical name has a valid Kubernetes name of its own", () => {
  expect.hasAssertions();
  const names = fc.stringMatching(/^[a-z][a-z0-9_]{0,30}$/);
  const property = fc.property(names, (name) => {
    expect(logicalName(kubernetesName(name))).toBe(name);
    expect(kubernetesName(name)).toMatch(/^[a-z](?:[-a-z0-9]*[a-z0-9])?$/);
  });
  fc.assert(property, { seed: 3, numRuns: 2000 });
});

test.each([
  ["api_key", "token", "NEXGEN_API_KEY_TOKEN"],
  ["api_key", null, "NEXGEN_API_KEY"],
  ["db", "user.name-1", "NEXGEN_DB_USER_NAME_1"],
])("secret %s with key %s is delivered as %s", (secret, key, want) => {
  expect(environmentVariableName(secret, key)).toBe(want);
  expect(checkEnvironmentVariableName(want)).toBeNull();
});

test("items that share a name are found together", () => {
  const secrets = [
    ["a_b", "c"],
    ["x", "y"],
    ["a", "b_c"],
  ] as const;
  const found = nameCollisions(secrets, ([secret, key]) => environmentVariableName(secret, key));
  expect([...found]).toEqual([["NEXGEN_A_B_C", [secrets[0], secrets[2]]]]);
});
