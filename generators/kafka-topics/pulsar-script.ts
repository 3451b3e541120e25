// The script that creates the Pulsar topics of one cluster, and how it reaches the cluster: the client
// configuration is written where the script runs, because a token reaches pulsar-admin only by file.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { code } from "../../src/encode/leaf.js";
import { propertiesValue } from "../../src/encode/properties.js";
import { shellWord } from "../../src/encode/shell.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import type { PulsarStream, Text } from "../../src/model/bindings.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import { isStated } from "../../src/model/is-stated.js";
import type { RuleContext } from "../../src/model/rules/rule-context.js";
import type { PulsarCluster, PulsarTopic } from "../../src/targets/pulsar/pulsar-topics.js";
import { credentialView, shellText, Variables, type NameOf } from "./kafka-client.js";
import { countOf } from "./kafka-script.js";
import { placeOf } from "./place.js";
import { checkPrintable } from "./printable.js";
import type { ScriptFile } from "./readme.js";

/** Bytes of backlog after which a topic is compacted, as pulsar-admin writes them. */
const compactionThreshold = 104_857_600;

/** `topics.sh`. Reports what cannot be prepared. */
export function pulsarScript(
  model: InfraModel,
  cluster: PulsarCluster,
  nameOf: NameOf,
  context: RuleContext,
): ScriptFile {
  const variables = new Variables(nameOf);
  const client = clientView(cluster.binding, variables, context);
  const script: PlannedFile = {
    path: `pulsar/${cluster.name}/topics.sh`,
    language: "shell",
    process: null,
    executable: true,
    body: {
      kind: "template",
      template: "kafka-topics/pulsar.sh",
      view: {
        environment: placeOf(model),
        cluster: cluster.name,
        topics: cluster.topics.map(topicView),
        variables: variables.all.map(credentialView),
        ...client,
      },
    },
  };
  return {
    system: "pulsar",
    files: [script],
    target: cluster.name,
    count: cluster.topics.length,
    variables: [
      ...(client["knowsAdmin"] === true ? [] : ["PULSAR_ADMIN_URL"]),
      ...variables.all.map(({ name }) => name),
    ],
  };
}

function topicView(topic: PulsarTopic): View {
  const { name, partitions, retentionMinutes, retentionMegabytes, compaction, uses } = topic;
  // Pulsar sets both limits at once: what is not stated has no limit.
  const isKept = retentionMinutes !== null || retentionMegabytes !== null;
  const persistent = !name.startsWith("non-persistent:");
  return {
    name,
    partitions: countOf(partitions?.value),
    minutes: isKept && persistent ? countOf(retentionMinutes?.value) || -1 : "",
    megabytes: isKept && persistent ? countOf(retentionMegabytes?.value) || -1 : "",
    threshold:
      compaction === null || !persistent ? "" : compaction.value === true ? compactionThreshold : 0,
    boundBy: uses.map(({ path }) => path).join(", "),
  };
}

/** The view without its variables, which are added to `variables`. */
function clientView(binding: PulsarStream, variables: Variables, context: RuleContext): View {
  const settings: View[] = [];
  const set = (key: string, value: Text): void => {
    settings.push({ key: code(key), value: code(settingWord(value, variables.use)) });
  };
  const admin = adminUrl(binding);
  if (admin !== null) set("webServiceUrl", admin);
  set("brokerServiceUrl", binding.serviceUrl);
  const { auth, tls } = binding;
  checkPrintable(binding.serviceUrl, { object: binding, key: "serviceUrl" }, "words", context);
  if (binding.adminUrl !== null) {
    checkPrintable(binding.adminUrl, { object: binding, key: "adminUrl" }, "words", context);
  }
  if (isStated(tls?.trustCertPath)) set("tlsTrustCertsFilePath", tls.trustCertPath);
  if (tls?.allowInsecure === true) set("tlsAllowInsecureConnection", "true");
  if (auth?.type === "tls" || auth?.type === "oauth2") reportLogin(binding, context);
  const token = auth?.token ?? null;
  const isTold =
    auth !== null &&
    token !== null &&
    checkPrintable(token, { object: auth, key: "token" }, "words", context);
  return {
    settings,
    knowsAdmin: admin !== null,
    token: isTold ? [{ value: code(shellText(token, variables)) }] : [],
  };
}

/** One shell word of literals and variables; the parts are encoded for a properties file. */
function settingWord(value: Text, use: NameOf): string {
  if (typeof value === "string") return shellWord(propertiesValue(value));
  if (value.kind !== "concatenation") return `"$(encoded ${use(value)})"`;
  return value.parts.map((part) => settingWord(part, use)).join("");
}

/** Beside the brokers, on Pulsar's usual port, unless the binding says otherwise. */
function adminUrl({ adminUrl: stated, serviceUrl }: PulsarStream): Text | null {
  if (stated !== null) return stated;
  if (typeof serviceUrl !== "string") return null;
  if (/^https?:/u.test(serviceUrl)) return serviceUrl;
  const [first = ""] = serviceUrl.replace(/^[^:]*:\/\//u, "").split(/[,/]/u);
  const host = first.replace(/:\d+$/u, "");
  return serviceUrl.startsWith("pulsar+ssl:") ? `https://${host}:8443` : `http://${host}:8080`;
}

function reportLogin(binding: PulsarStream, context: RuleContext): void {
  const { auth } = binding;
  if (auth === null) return;
  const place = { object: auth, key: "type" };
  const values = {
    property: context.path(place),
    problem: "is not prepared for the topic script: the language has no word for its files",
  };
  const help = "Give topics.sh a configuration of your own: --client-conf FILE.";
  context.report(diagnose("W755", context.span(place), values, { help }));
}
