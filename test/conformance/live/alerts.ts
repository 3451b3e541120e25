// Alerts that really fire, and who is told: through the routes and with the credentials as emitted.
import { restartedDescription, restartedLabels, restartedSummary } from "./facts.js";
import { startFrom, stopJob } from "./job.js";
import { pagerdutyKey, type Message, type Receiver, type SentAlert } from "./receiver.js";
import type { Run } from "./run.js";
import { eventually, mustEqual } from "./wait.js";

const onCall = "/on-call?token=secret";

/** The job has restarted once, and takes checkpoints. */
export async function proveAlerts({ check }: Run, receiver: Receiver): Promise<void> {
  await check("the alert of the restart reaches the webhook of a file, labelled as modelled", () =>
    checkRestarted(receiver, onCall),
  );
  await check("the same alert reaches its second webhook", () =>
    checkRestarted(receiver, "/plain"),
  );
  await check("the same alert reaches Slack, with the texts of the model", async () => {
    const body = await message(receiver, "/slack", (text) => text.includes(restartedSummary));
    const [attachment] = body["attachments"] as readonly Readonly<Record<string, string>>[];
    mustEqual({ channel: "#streams", title: restartedSummary }, { ...body, ...attachment });
    const text = attachment?.["text"]?.trim() ?? "";
    if (!restartedDescription.test(text)) throw new Error(text);
  });
  await check("the same alert reaches PagerDuty, with key and severity of the model", async () => {
    const body = await message(receiver, "/pagerduty", (text) => text.includes("trigger"));
    const payload = body["payload"] as Readonly<Record<string, unknown>>;
    const wanted = { routing_key: pagerdutyKey, summary: restartedSummary, severity: "critical" };
    mustEqual(wanted, { ...payload, routing_key: body["routing_key"] });
  });
  await check("an alert of another channel reaches that one alone", async () => {
    await message(receiver, "/slack", (text) => text.includes("checkpoints_taken: counting"));
    const told = [onCall, "/plain"].filter(
      (path) => receiver.alerts(path, "checkpoints_taken").length > 0,
    );
    if (told.length > 0) throw new Error(told.join(", "));
  });
  await check("nobody is told of an alert whose condition does not hold", () => {
    const paths = [onCall, "/plain"];
    const names = paths.flatMap((path) =>
      receiver.messages
        .filter((one) => one.path === path)
        .flatMap(({ body }) => body["alerts"] as readonly SentAlert[])
        .map(({ labels }) => labels["alertname"] ?? ""),
    );
    // Before it was started the job was down.
    const others = new Set(names.filter((name) => name !== "restarted" && name !== "JobDown"));
    if (others.size > 0) throw new Error([...others].join(", "));
  });
}

async function checkRestarted(receiver: Receiver, path: string): Promise<void> {
  const [alert] = await eventually("the alert", 60, async () => {
    const found = receiver.alerts(path, "restarted");
    return found.length > 0 ? found : null;
  });
  if (alert === undefined) throw new Error("none");
  mustEqual(
    { status: "firing", labels: sorted(restartedLabels) },
    { ...alert, labels: sorted(alert.labels) },
  );
  mustEqual({ summary: restartedSummary }, alert.annotations);
  const description = alert.annotations["description"] ?? "";
  if (!restartedDescription.test(description)) throw new Error(description);
}

function sorted(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function message(
  receiver: Receiver,
  path: string,
  matches: (text: string) => boolean,
): Promise<Message["body"]> {
  return eventually(`a message at ${path}`, 60, async () => {
    const found = receiver.messages.find(
      (one) => one.path === path && matches(JSON.stringify(one.body)),
    );
    return found?.body ?? null;
  });
}

/** The job is stopped, missed, and started again. */
export async function proveJobDown(run: Run, receiver: Receiver): Promise<void> {
  const { check } = run;
  let savepoint = "";
  // It was down before it was started, too.
  let before = receiver.alerts(onCall, "JobDown").length;
  const stopped = await check(
    "submit.sh --stop ends the job with a savepoint in the model's folder",
    async () => {
      savepoint = await stopJob(run);
    },
  );
  if (!stopped) return;
  await check("JobDown reaches the channel of the default alerts while no job runs", () =>
    told(receiver, "firing", before),
  );
  before = receiver.alerts(onCall, "JobDown").length;
  await check("submit.sh starts the job from that savepoint", () => startFrom(run, savepoint));
  await check("JobDown is taken back when it runs again", () => told(receiver, "resolved", before));
}

async function told(
  receiver: Receiver,
  status: SentAlert["status"],
  before: number,
): Promise<void> {
  const alert = await eventually(`JobDown ${status}`, 60, async () => {
    const found = receiver.alerts(onCall, "JobDown").slice(before);
    return found.find((one) => one.status === status) ?? null;
  });
  mustEqual(
    { environment: "live", severity: "critical", process: "counting", team: "card night" },
    alert.labels,
  );
}
