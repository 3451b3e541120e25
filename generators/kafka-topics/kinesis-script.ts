// The script that creates the Kinesis streams of one region and account.
import type { PlannedFile, View } from "../../src/generator/contract.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { KinesisGroup, KinesisTarget } from "../../src/targets/kinesis/kinesis-streams.js";
import type { Setting } from "../../src/targets/topics/settings.js";
import { countOf } from "./kafka-script.js";
import { placeOf } from "./place.js";
import type { ScriptFile } from "./readme.js";

/** The key that the service keeps itself. */
const serviceKey = "alias/aws/kinesis";

/** `streams.sh`. */
export function kinesisScript(model: InfraModel, group: KinesisGroup): ScriptFile {
  const script: PlannedFile = {
    path: `kinesis/${group.name}/streams.sh`,
    language: "shell",
    process: null,
    executable: true,
    body: {
      kind: "template",
      template: "kafka-topics/kinesis.sh",
      view: {
        environment: placeOf(model),
        place: group.name,
        region: group.region,
        account: group.account ?? "",
        streams: group.streams.map(streamView),
      },
    },
  };
  const { name, streams } = group;
  return { system: "kinesis", files: [script], target: name, count: streams.length, variables: [] };
}

function streamView({ name, shards, retentionHours, encryption, key, uses }: KinesisTarget): View {
  return {
    name,
    shards: countOf(shards?.value),
    retention: countOf(retentionHours?.value),
    key: keyOf(encryption, key),
    boundBy: uses.map(({ path }) => path).join(", "),
  };
}

/** The key; `none` for a stream that is not encrypted, empty for one that is left alone. */
function keyOf(encryption: Setting | null, key: Setting | null): string {
  if (encryption?.value === false) return "none";
  if (key !== null) return String(key.value);
  return encryption === null ? "" : serviceKey;
}
