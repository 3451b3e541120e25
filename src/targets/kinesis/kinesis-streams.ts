// The Kinesis streams of a model, by region and account, as all their bindings together state them, with
// what the service would refuse (Kinesis API 2013-12-02). Decides no command.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { KinesisStream } from "../../model/bindings.js";
import type { InfraModel, Named } from "../../model/infra-model.js";
import type { Place, RuleContext } from "../../model/rules/rule-context.js";
import {
  folderName,
  freeName,
  groupedBy,
  mergedSettings,
  type NonEmpty,
  type Setting,
} from "../topics/settings.js";

/** One stream, as all its bindings together state it. */
export interface KinesisTarget {
  readonly name: string;
  /** Null: on demand when it is created, and left alone otherwise. */
  readonly shards: Setting | null;
  /** Null: 24 hours when it is created, and left alone otherwise. */
  readonly retentionHours: Setting | null;
  /** False: must not be encrypted by us; null: left alone. */
  readonly encryption: Setting | null;
  /** The key under which it is encrypted; null: the service's own. */
  readonly key: Setting | null;
  readonly uses: NonEmpty<StreamUse>;
}

/** Streams that one identity creates in one place. */
export interface KinesisGroup {
  /** For folders: `us-east-1`, or with the account. */
  readonly name: string;
  readonly region: string;
  readonly account: string | null;
  readonly streams: readonly KinesisTarget[];
}

interface StreamUse {
  readonly path: string;
  readonly name: Place;
  readonly stream: string;
  readonly binding: Named<KinesisStream>;
  readonly settings: readonly Setting[];
}

/** The streams of `model`; reports what the service would refuse. */
export function kinesisGroups(model: InfraModel, context: RuleContext): readonly KinesisGroup[] {
  const uses = model.streams.flatMap((stream) =>
    stream.type === "kinesis" ? usesOf(stream, context) : [],
  );
  const taken = new Set<string>();
  return [...groupedBy(uses, placeOf)].map(([name, ofPlace]) => {
    const [{ binding }] = ofPlace;
    for (const use of ofPlace) checkPlace(use.binding, context);
    const { region, accountId: account } = binding;
    return {
      name: freeName(folderName(name, "kinesis"), taken),
      region,
      account,
      streams: [...groupedBy(ofPlace, ({ stream }) => stream)].map(([stream, ofStream]) =>
        targetOf(stream, ofStream, context),
      ),
    };
  });
}

function placeOf({ binding: { region, accountId } }: StreamUse): string {
  return accountId === null ? region : `${region}-${accountId}`;
}

function usesOf(binding: Named<KinesisStream>, context: RuleContext): readonly StreamUse[] {
  const path = `streams.${binding.name}`;
  const uses: StreamUse[] = [
    {
      path,
      name: { object: binding, key: "stream" },
      stream: binding.stream,
      binding,
      settings: settingsOf(binding, context),
    },
  ];
  const decoding = binding.errorHandling?.deserialization ?? null;
  if (decoding !== null && decoding.action === "dlq" && decoding.dlqTopic !== null) {
    uses.push({
      path: `${path}.error_handling.deserialization`,
      name: { object: decoding, key: "dlqTopic" },
      stream: decoding.dlqTopic,
      binding,
      settings: [],
    });
  }
  return uses;
}

const properties = ["shardCount", "retentionHours", "encryption", "kmsKeyId"] as const;

function settingsOf(binding: KinesisStream, { origins }: RuleContext): readonly Setting[] {
  return properties.flatMap((name) => {
    const value = binding[name];
    // A default says nothing about a stream that is there already.
    if (value === null || !origins.states(binding, name)) return [];
    return [{ name, value, place: { object: binding, key: name }, stated: true }];
  });
}

function targetOf(name: string, uses: NonEmpty<StreamUse>, context: RuleContext): KinesisTarget {
  const all = uses.flatMap(({ settings }) => settings);
  const settings = mergedSettings(`stream ${name}`, all, context);
  const target: KinesisTarget = {
    name,
    shards: settings.get("shardCount") ?? null,
    retentionHours: settings.get("retentionHours") ?? null,
    encryption: settings.get("encryption") ?? null,
    key: settings.get("kmsKeyId") ?? null,
    uses,
  };
  checkTarget(target, context);
  return target;
}

// ---- what the service refuses

const mostShards = 10_000;

function checkTarget({ name, shards, encryption, key, uses }: KinesisTarget, context: RuleContext) {
  const problem = streamNameProblem(name);
  if (problem !== null) {
    const values = { name, what: "Kinesis stream", problem };
    const help = "Give it another name.";
    context.report(diagnose("E790", context.span(uses[0].name), values, { help }));
  }
  if (shards !== null && Number(shards.value) > mostShards) {
    const property = context.path(shards.place);
    const values = { property, limit: `${mostShards}`, problem: "no stream has more shards" };
    const help = `Write ${mostShards} or less.`;
    context.report(diagnose("E754", context.span(shards.place), values, { help }));
  }
  if (key === null) return;
  if (!/^[^\s-]\S*$/u.test(String(key.value))) {
    reportInvalid(key.place, "it is no key id, alias or ARN of KMS", context);
  }
  if (encryption === null) {
    const property = `${uses[0].path}.encryption`;
    const derivation = "a key is named, so the stream is encrypted";
    const help = 'Add "encryption: true" beside the key.';
    context.report(diagnose("N750", context.span(key.place), { property, derivation }, { help }));
  }
}

function streamNameProblem(name: string): string | null {
  if (!/^[A-Za-z0-9_.-]*$/u.test(name))
    return "may hold only the letters A to Z, digits, dots, underscores and hyphens";
  if (name.length > 128) return `has ${name.length} characters, and 128 are allowed`;
  if (name.startsWith("-"))
    return "starts with a hyphen, which the command line takes for an option";
  return null;
}

function checkPlace(binding: KinesisStream, context: RuleContext): void {
  if (/^[a-z]{2,}(?:-[a-z]+)+-\d+$/u.test(binding.region)) return;
  reportInvalid(
    { object: binding, key: "region" },
    "it is no AWS region such as us-east-1",
    context,
  );
}

function reportInvalid(place: Place, problem: string, context: RuleContext): void {
  context.report(diagnose("E703", context.span(place), { property: context.path(place), problem }));
}
