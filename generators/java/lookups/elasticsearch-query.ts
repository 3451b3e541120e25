// The search of an Elasticsearch lookup as a Java expression that makes JSON. Values of a record are
// encoded where they are put in, so that none can change the query.
import { javaString } from "../../../src/encode/java.js";
import type { ElasticsearchLookup } from "../../../src/model/bindings.js";
import type { PreloadSettings } from "./cache.js";
import type { StoreRequest } from "./store-class.js";

export interface ElasticsearchQuery {
  /** Of the parameter `key`, a list in the order of `fields`. */
  readonly expression: string;
  readonly fields: readonly string[];
  readonly preload: {
    readonly body: string;
    /** JSON pointer of the key in a document. */
    readonly keyPointer: string;
    readonly limit: number;
  } | null;
  readonly remarks: readonly string[];
}

/** A search returns no more hits than this. */
const largestPage = 10_000;

export function elasticsearchQuery(
  request: StoreRequest<ElasticsearchLookup>,
  preload: PreloadSettings | null,
): ElasticsearchQuery {
  const { lookup, findings } = request;
  const template = lookup.query?.template ?? null;
  if (template === null) return generatedQuery(request, preload);
  const { cache } = lookup;
  if (cache !== null && preload !== null)
    findings.hasNoEffect(
      cache,
      "warmOnStart",
      'which field is the key is not known of a "query.template"',
      "Name query.field instead of the template.",
    );
  return templateQuery(request, template);
}

function generatedQuery(
  { lookup, findings }: StoreRequest<ElasticsearchLookup>,
  preload: PreloadSettings | null,
): ElasticsearchQuery {
  const field = lookup.query?.field ?? null;
  if (field === null)
    findings.cannotBeMade(
      "query.field",
      "no query.template is given",
      "Name the field that holds the key.",
    );
  const type = lookup.query?.type ?? "term";
  const name = field ?? "key";
  // In a filter nothing is scored, and the server caches it.
  const [before, after] =
    type === "bool"
      ? [`{"query":{"bool":{"filter":[{"term":{${JSON.stringify(name)}:`, "}}]}}}"]
      : [`{"query":{"${type}":{${JSON.stringify(name)}:`, "}}}"];
  return {
    expression: `${javaString(before)} + JsonText.value(key.get(0)) + ${javaString(after)}`,
    fields: [name],
    preload: preload === null ? null : preloadSearch(lookup, name, preload, findings),
    remarks: [
      type === "match"
        ? `The best match for the field ${name} counts.`
        : `A document is found by its field ${name}; any one counts where several match.`,
    ],
  };
}

function preloadSearch(
  lookup: ElasticsearchLookup,
  field: string,
  { query, limit }: PreloadSettings,
  findings: StoreRequest<ElasticsearchLookup>["findings"],
): ElasticsearchQuery["preload"] {
  const { cache } = lookup;
  const filter = query ?? '{"match_all":{}}';
  if (cache !== null && parsed(filter) === undefined) {
    const help = 'Write a query such as {"term": {"active": true}}.';
    findings.isRefused(cache, "warmQuery", "it is no JSON object", help);
  }
  if (cache !== null && cache.warmLimit !== null && limit > largestPage)
    findings.worksOtherwise(
      cache,
      "warmLimit",
      `a search returns ${largestPage} documents at most, so that no more are loaded`,
      `Write at most ${largestPage}.`,
    );
  return {
    body: javaString(`{"query":${filter}}`),
    keyPointer: `/${field.replaceAll(".", "/")}`,
    limit: Math.min(limit, largestPage),
  };
}

const placeholder = /"\{\{\s*([^{}"]+?)\s*\}\}"|\{\{\s*([^{}"]+?)\s*\}\}/gu;

function templateQuery(
  { lookup, findings }: StoreRequest<ElasticsearchLookup>,
  template: string,
): ElasticsearchQuery {
  const fields: string[] = [];
  const words: string[] = [];
  let sample = "";
  let at = 0;
  let inString = false;
  const literal = (text: string): void => {
    if (text !== "") words.push(javaString(text));
    if (endsWithinString(text)) inString = !inString;
    sample += text;
  };
  for (const match of template.matchAll(placeholder)) {
    const [whole, quoted, bare] = match;
    const name = quoted ?? bare ?? "";
    literal(template.slice(at, match.index));
    at = match.index + whole.length;
    if (!fields.includes(name)) fields.push(name);
    const inside = quoted === undefined && inString;
    const method = quoted !== undefined ? "string" : inside ? "content" : "value";
    words.push(`JsonText.${method}(key.get(${fields.indexOf(name)}))`);
    sample += quoted !== undefined ? '"x"' : inside ? "x" : "0";
  }
  literal(template.slice(at));
  const body = parsed(sample);
  const { query } = lookup;
  if (query !== null && (body === undefined || fields.length === 0)) {
    const problem = body === undefined ? "it is no JSON object" : "it names no field of the record";
    findings.isRefused(
      query,
      "template",
      problem,
      'Write JSON with {{field}} where a value goes, such as {"term": {"id": "{{id}}"}}.',
    );
  }
  // A whole search has its query below "query"; else the template is the query itself.
  const isSearch = body !== undefined && Object.hasOwn(body, "query");
  const expression = isSearch
    ? words.join(" + ")
    : [javaString('{"query":'), ...words, javaString("}")].join(" + ");
  return {
    expression,
    fields: fields.length === 0 ? ["key"] : fields,
    preload: null,
    remarks: ["A document is found by the query of the binding; the best match counts."],
  };
}

/** Whether a piece of JSON opens or closes a string: an odd number of quotes that no backslash hides. */
function endsWithinString(json: string): boolean {
  return (json.replace(/\\[\s\S]/gu, "").split('"').length - 1) % 2 === 1;
}

function parsed(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
