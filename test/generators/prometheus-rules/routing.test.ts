// Who is told: Alertmanager's configuration and its object, without a credential in either.
import { expect, test } from "vitest";
import { planned, watched, type Data } from "./planned.js";

const mail =
  "email: {smarthost: 'mail.example.com:587', from: 'a@b.c', username: u, password: '${MAIL_PASSWORD}'}";

const text =
  watched(`  notifications: {channels: ["slack://all"], group_wait: 1m, repeat_interval: 90m, ${mail}}
  alerts:
    - {name: "a|b", condition: "restarts > 1 in 5m", severity: critical, channels: ["pagerduty://high-priority", "slack://C0123456789"]}
    - {name: 'q"\\', condition: "restarts > 2 in 5m", severity: critical, channels: ["pagerduty://high-priority", "email://team@example.com"]}
    - {name: hook, condition: "restarts > 3 in 5m", severity: critical, channels: ["https://example.com/a?b=c", "\${HOOK}", "https://example.com/\${TOKEN}"]}
    - {name: rest, condition: "restarts > 4 in 5m", severity: info}`);

function receivers(data: Data, key: string): Data {
  return Object.fromEntries(
    data.map((receiver: Data) => [
      receiver.name,
      Object.keys(receiver).includes(key) ? receiver[key][0] : null,
    ]),
  );
}

test("each channel is a receiver, with its credential in a file", async () => {
  const { data } = await planned(text);
  const found = data("alertmanager.yml");
  expect(found.receivers.map(({ name }: Data) => name)).toEqual([
    "nobody",
    "pagerduty-high-priority",
    "slack-C0123456789",
    "email-team-example-com",
    "webhook-example-com",
    "webhook-hook",
    "webhook-token",
    "slack-all",
  ]);
  expect(receivers(found.receivers, "slack_configs")["slack-all"]).toMatchObject({
    api_url_file: "/etc/alertmanager/secrets/slack-all",
    channel: "#all",
    send_resolved: true,
  });
  expect(receivers(found.receivers, "slack_configs")["slack-C0123456789"].channel).toBe(
    "C0123456789",
  );
  expect(receivers(found.receivers, "pagerduty_configs")["pagerduty-high-priority"]).toMatchObject({
    routing_key_file: "/etc/alertmanager/secrets/pagerduty-high-priority",
    severity: "{{ .CommonLabels.severity }}",
  });
  const webhooks = receivers(found.receivers, "webhook_configs");
  expect(webhooks["webhook-example-com"]).toEqual({
    url: "https://example.com/a?b=c",
    send_resolved: true,
  });
  expect(webhooks["webhook-token"]).toEqual({
    url_file: "/etc/alertmanager/secrets/webhook-token",
    send_resolved: true,
  });
});

test("a route for each receiver, with quoted matchers", async () => {
  const { data } = await planned(text);
  const { route, global } = data("alertmanager.yml");
  expect(route).toMatchObject({
    receiver: "nobody",
    group_by: ["alertname", "environment", "process"],
    group_wait: "1m",
    group_interval: "5m",
    repeat_interval: "1h30m",
  });
  expect(route.routes.slice(0, 3)).toEqual([
    {
      receiver: "pagerduty-high-priority",
      matchers: ['environment="test"', String.raw`alertname=~"a\\|b|q\"\\\\"`],
      continue: true,
    },
    {
      receiver: "slack-C0123456789",
      matchers: ['environment="test"', 'alertname="a|b"'],
      continue: true,
    },
    {
      receiver: "email-team-example-com",
      matchers: ['environment="test"', String.raw`alertname="q\"\\"`],
      continue: true,
    },
  ]);
  expect(global).toEqual({
    smtp_smarthost: "mail.example.com:587",
    smtp_from: "a@b.c",
    smtp_auth_username: "u",
    smtp_auth_password_file: "/etc/alertmanager/secrets/smtp-password",
    smtp_require_tls: true,
  });
});

function secret(key: string) {
  return { name: "test-alertmanager", key };
}

test("objects of the operator take credentials from one Secret", async () => {
  const { data, paths } = await planned(text, { flavor: "operator" });
  expect(paths).toEqual([
    "README.md",
    "alertmanager-config.yaml",
    "grafana-dashboard.yaml",
    "kustomization.yaml",
    "prometheus-rule.yaml",
    "tests/rules.test.yaml",
    "tests/rules.yaml",
  ]);
  const { spec, metadata } = data("alertmanager-config.yaml");
  expect(metadata).toMatchObject({ name: "test-flink-alerts", namespace: "default" });
  expect(receivers(spec.receivers, "slackConfigs")["slack-all"].apiURL).toEqual(
    secret("slack-all"),
  );
  expect(receivers(spec.receivers, "webhookConfigs")["webhook-hook"].urlSecret).toEqual(
    secret("webhook-hook"),
  );
  expect(receivers(spec.receivers, "emailConfigs")["email-team-example-com"]).toMatchObject({
    smarthost: "mail.example.com:587",
    authPassword: secret("smtp-password"),
    requireTLS: true,
  });
  expect(spec.route.routes[0].matchers).toEqual([
    { name: "environment", value: "test", matchType: "=" },
    { name: "alertname", value: String.raw`a\|b|q"\\`, matchType: "=~" },
  ]);
  const rule = data("prometheus-rule.yaml");
  expect(rule.kind).toBe("PrometheusRule");
  expect(rule.spec.groups).toEqual(data("tests/rules.yaml").groups);
  expect(rule.spec.groups[0].rules[0].labels.namespace).toBe("default");
  expect(data("tests/rules.test.yaml").rule_files).toEqual(["rules.yaml"]);
  expect(data("kustomization.yaml").resources).toEqual([
    "prometheus-rule.yaml",
    "alertmanager-config.yaml",
    "grafana-dashboard.yaml",
  ]);
});

test("the README names every credential and who is told of what", async () => {
  const plain = await planned(text);
  const readme = plain.text("README.md");
  expect(readme).toContain(
    "- the file `/etc/alertmanager/secrets/slack-all`: the URL of an incoming webhook",
  );
  expect(readme).toContain("- the file `/etc/alertmanager/secrets/smtp-password`: the password");
  expect(readme).toContain("needs Alertmanager 0.26");
  expect(readme).toContain("| `rest` | info | `restarts > 4 in 5m` | slack-all |");
  const operator = await planned(text, { flavor: "operator" });
  expect(operator.text("README.md")).toContain(
    "kubectl create secret generic test-alertmanager --namespace=default --from-file=pagerduty-high-priority",
  );
});

test("without a channel there is no configuration, which is said", async () => {
  const { paths, codes } = await planned(
    watched('  alerts:\n    - {name: a, condition: "restarts > 1 in 5m", severity: info}'),
  );
  expect(paths).not.toContain("alertmanager.yml");
  expect(codes).toEqual(["W774"]);
});
