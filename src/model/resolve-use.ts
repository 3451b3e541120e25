// Where one name of a process file leads: to the binding that it means, or to the diagnostic that says
// why not (E700, E701, E720), at the place of the name.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { RelatedPlace, Report } from "../diagnostics/diagnostic.js";
import { nearestName } from "../language/nearest-name.js";
import type { BindingUse, UseKind } from "../processes/process-file.js";
import { sectionsOfUse, type BoundSection } from "../processes/use-sections.js";
import type { Stream } from "./bindings.js";
import { boundSections, entryHelp, typesHelp, type BoundNames } from "./bound-names.js";
import type { Named } from "./infra-model.js";
import type { Origins } from "./origins.js";

/** The binding behind a use. */
export interface ResolvedUse {
  readonly use: BindingUse;
  readonly section: BoundSection;
  readonly binding: Named<object>;
}

export interface UseContext {
  readonly process: string;
  readonly bound: BoundNames;
  readonly origins: Origins;
  readonly report: Report;
}

/** The use as messages name it, between the process and the name. */
const usages: Readonly<Record<UseKind, string>> = {
  receive: "receives from",
  emit: "emits to",
  "late-data": "sends late data to",
  "error-target": "sends failed records to",
  "dead-letter": "sends dead letters to",
  lookup: "looks up",
  checkpoint: "stores checkpoints in",
  completion: "emits completions to",
  "shared-state": "shares state in",
};

/** Systems that process files may name and bindings have a type for. */
const boundConnectors: Readonly<Record<string, readonly string[]>> = {
  receive: ["kafka", "kinesis", "pulsar"],
  lookup: ["mongodb", "redis", "postgresql", "cassandra", "elasticsearch"],
  emit: ["kafka", "kinesis", "pulsar", "mongodb"],
  "error-target": ["kafka", "kinesis", "pulsar", "mongodb", "s3"],
};

/** The binding that `use` means; null once it was reported that there is none. */
export function resolveUse(use: BindingUse, context: UseContext): ResolvedUse | null {
  const sections = sectionsOfUse[use.kind];
  if (!isBoundConnector(use, sections[0], context)) return null;
  for (const section of sections) {
    const binding =
      use.form === "text"
        ? context.bound.findTopic(section, use.name)
        : context.bound.find(section, use.name);
    if (binding === null || use.form === "placeholder") continue;
    const resolved = { use, section, binding };
    checkDirection(resolved, context);
    return resolved;
  }
  reportUnbound(use, sections[0], context);
  return null;
}

function isBoundConnector(
  { kind, connector, name, span }: BindingUse,
  section: BoundSection,
  { process, report }: UseContext,
): boolean {
  const known = boundConnectors[kind];
  if (connector === null || known === undefined || known.includes(connector.value)) return true;
  const problem = `no type of ${section} is for ${connector.value}`;
  report(
    diagnose(
      "E701",
      connector.span,
      { process, usage: usages[kind], name, problem },
      {
        related: [{ span, message: "the name that has to be bound" }],
        help: typesHelp(section),
      },
    ),
  );
  return false;
}

function reportUnbound(use: BindingUse, section: BoundSection, context: UseContext): void {
  const { kind, form, name, span } = use;
  const { process, bound, report } = context;
  const usage = usages[kind];
  if (form !== "name") {
    const help =
      form === "placeholder"
        ? `A placeholder is not known here: write a logical name, and bind it in "${section}".`
        : `Write a logical name instead of the physical one, and bind it in "${section}".`;
    const related = sectionPlace(section, context);
    report(diagnose("E700", span, { process, usage, name, section }, { related, help }));
    return;
  }
  if (reportElsewhere(use, section, context)) return;
  const near = nearestName(name, bound.names(section));
  const known = near === null ? null : bound.find(section, near);
  const place = known === null ? null : context.origins.span(known);
  const related =
    place === null
      ? sectionPlace(section, context)
      : [{ span: place, message: `"${near}" is bound here` }];
  const help = near === null ? entryHelp(section, name) : `Did you mean "${near}"?`;
  report(diagnose("E700", span, { process, usage, name, section }, { related, help }));
}

/** Where the section has its first entry, so that a reader finds it. */
function sectionPlace(
  section: BoundSection,
  { bound, origins }: UseContext,
): readonly RelatedPlace[] {
  const [first] = bound.all(section);
  const span = first === undefined ? null : origins.span(first);
  return span === null ? [] : [{ span, message: `"${section}" starts here` }];
}

/** E701 for a name that is bound, but as something else. */
function reportElsewhere(use: BindingUse, wanted: BoundSection, context: UseContext): boolean {
  const { bound, origins, report, process } = context;
  const section = boundSections.find((candidate) => bound.find(candidate, use.name) !== null);
  const binding = section === undefined ? null : bound.find(section, use.name);
  if (section === undefined || binding === null) return false;
  const problem = `that is bound in "${section}", not in "${wanted}"`;
  const span = origins.span(binding);
  report(
    diagnose(
      "E701",
      use.span,
      { process, usage: usages[use.kind], name: use.name, problem },
      {
        related: span === null ? [] : [{ span, message: "bound here" }],
        help: typesHelp(wanted),
      },
    ),
  );
  return true;
}

/** E720 where a stream is used against its direction (vocabulary 5.3). */
function checkDirection({ use, section, binding }: ResolvedUse, context: UseContext): void {
  if (section !== "streams") return;
  const stream = binding as Named<Stream>;
  const reads = use.kind === "receive";
  const isSink = stream.type === "mongodb_sink";
  const refused = reads ? isSink || stream.direction === "sink" : stream.direction === "source";
  if (!refused) return;
  const { process, origins, report } = context;
  const key = isSink && reads ? "type" : "direction";
  const span = origins.span(stream, key);
  const problem = isSink && reads ? "a mongodb_sink is only written to" : isOnly(stream);
  const help =
    isSink && reads
      ? `Receive from another stream: ${typesHelp("streams")}`
      : `Set "direction: bidirectional" in streams.${stream.name}, or ${reads ? "source" : "sink"}.`;
  report(
    diagnose(
      "E720",
      use.span,
      { process, usage: usages[use.kind], name: use.name, problem },
      { related: span === null ? [] : [{ span, message: "the direction is set here" }], help },
    ),
  );
}

function isOnly({ direction, name }: Named<Stream>): string {
  return `"streams.${name}" is a ${direction ?? ""} only`;
}
