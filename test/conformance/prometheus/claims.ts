// What the tools of Prometheus show of rules and routes.
import { debian, type Claim, type Judge, type Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const pinned = versions.prometheus;

function both(program: string, version: string): readonly Judge[] {
  return [{ program, version }, debian(program)];
}

const generator = "prometheus-rules";

export const claims: readonly Claim[] = [
  {
    generator,
    artifact: "`rules.yaml`",
    holds: "passes every lint, with as many rules as emitted",
    by: both("promtool", pinned.prometheus),
    checks: /: \d+ rules \(|^\d+ rules in \d+ environments$/u,
  },
  {
    generator,
    artifact: "`tests/rules.test.yaml`",
    holds: "passes, and fails when a threshold or a waiting time is changed",
    by: both("promtool", pinned.prometheus),
    checks: /: (?:unit tests \(|a changed rule fails its test$)/u,
  },
  {
    generator,
    artifact: "`alertmanager.yml`",
    holds: "is accepted without a warning; each alert goes to the receivers of its channels",
    by: both("amtool", pinned.alertmanager),
    checks: /: (?:every receiver has a route|Alertmanager's configuration)|" goes to /u,
  },
  {
    generator,
    artifact: "PrometheusRule and AlertmanagerConfig",
    holds: "are what their definitions take, key by key, with the rules that promtool read",
    by: [{ program: "the Prometheus operator's definitions", version: pinned.operator }],
    checks: /is what its CRD takes$|the object has the rules that promtool read$/u,
  },
];

export const limits: readonly Limit[] = [];
