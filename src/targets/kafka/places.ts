// How checks of Kafka clients report: the generic codes, at the place that states the value.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { RelatedPlace, Report } from "../../diagnostics/diagnostic.js";
import type { InfraModel } from "../../model/infra-model.js";
import type { Origins } from "../../model/origins.js";
import type { FlinkLine } from "../flink/lines.js";

/** What checks need; a generator's own context has it. */
export interface KafkaContext {
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly line: FlinkLine;
  readonly report: Report;
}

/** The part of it that reporting takes. */
export type Reporting = Pick<KafkaContext, "origins" | "report">;

/** A property of a model object, in the model's spelling. */
export type Place = readonly [object: object, key: string];

export function placePath({ origins }: Reporting, [object, key]: Place): string {
  return origins.of(object, key)?.path ?? key;
}

/**
 * What `make` gives for a model, made once: checks of each binding look into the others, and must not
 * go through all of them each time.
 */
export function oncePerModel<Facts>(
  make: (model: InfraModel) => Facts,
): (context: Pick<KafkaContext, "model">) => Facts {
  const made = new WeakMap<InfraModel, Facts>();
  return ({ model }) => {
    let facts = made.get(model);
    if (facts === undefined) made.set(model, (facts = make(model)));
    return facts;
  };
}

/** The place of `other`, with what is there. */
function relatedTo(
  { origins }: Reporting,
  other: Place | null,
  message: string,
): readonly RelatedPlace[] {
  const span = other === null ? null : origins.span(...other);
  return span === null ? [] : [{ span, message }];
}

/** E753: the client or Flink refuses the two together. */
export function contradiction(
  context: Reporting,
  place: Place,
  other: Place,
  problem: string,
  help: string,
): void {
  const { origins, report } = context;
  const values = {
    property: placePath(context, place),
    other: placePath(context, other),
    problem,
  };
  const related = relatedTo(context, other, "the other value is here");
  report(diagnose("E753", origins.span(...place), values, { related, help }));
}

/** E754: larger than what something else allows; `bound` is the place that states it. */
export function exceeds(
  context: Reporting,
  place: Place,
  limit: string,
  problem: string,
  help: string,
  bound: Place | null = null,
): void {
  const values = { property: placePath(context, place), limit, problem };
  const related = relatedTo(context, bound, "the limit comes from here");
  context.report(diagnose("E754", context.origins.span(...place), values, { related, help }));
}

/** W701: stated, and without effect. */
export function ignored(context: Reporting, place: Place, reason: string, help?: string): void {
  const values = { property: placePath(context, place), reason };
  const extras = help === undefined ? {} : { help };
  context.report(diagnose("W701", context.origins.span(...place), values, extras));
}

/** W755: works, and may surprise; `other` is the place that it surprises with. */
export function risky(
  context: Reporting,
  place: Place,
  problem: string,
  help: string,
  other: Place | null = null,
): void {
  const values = { property: placePath(context, place), problem };
  const related = relatedTo(context, other, "the other value is here");
  context.report(diagnose("W755", context.origins.span(...place), values, { related, help }));
}
