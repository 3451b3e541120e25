// The name rules of the Kubernetes API, each as a check in words, and names made from logical names.
// Must not report: callers know the place.

/** What is wrong with a name, to follow the name in a sentence; null when nothing is. */
export type NameProblem = string | null;

interface NameRule {
  readonly longest: number;
  readonly pattern: RegExp;
  /** The rule in words, after "must". */
  readonly form: string;
}

function check(text: string, { longest, pattern, form }: NameRule): NameProblem {
  if (text === "") return "must not be empty";
  if (text.length > longest) {
    return `must have at most ${longest} characters (it has ${text.length})`;
  }
  return pattern.test(text) ? null : `must ${form}`;
}

const alphanumericEnds = "begin and end with a letter or digit";
const labelForm = `hold only lower-case letters, digits and "-", and ${alphanumericEnds}`;
const letterForm = `hold only lower-case letters, digits and "-", begin with a letter and end with a letter or digit`;
const subdomainForm = `hold only lower-case letters, digits, "-" and ".", with a letter or digit on both sides of each "." and at both ends`;
const qualifiedForm = `hold only letters, digits, "-", "_" and ".", and ${alphanumericEnds}`;

const dns1123 = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const dns1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const qualified = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** RFC 1123 label: namespaces, container and volume names. */
export function checkDnsLabel(text: string): NameProblem {
  return check(text, { longest: 63, pattern: dns1123, form: labelForm });
}

/** RFC 1123 subdomain: most object names. */
export function checkDnsSubdomain(text: string): NameProblem {
  return check(text, { longest: 253, pattern: subdomain, form: subdomainForm });
}

/** RFC 1035 label: Service names. */
export function checkServiceName(text: string): NameProblem {
  return check(text, { longest: 63, pattern: dns1035, form: letterForm });
}

export function checkNamespace(text: string): NameProblem {
  return checkDnsLabel(text);
}

/** Name of a FlinkDeployment and Flink cluster id (operator `DefaultValidator`). */
export function checkFlinkDeploymentName(text: string): NameProblem {
  return check(text, { longest: 45, pattern: dns1035, form: letterForm });
}

/** Name of a CronJob: the controller appends 11 characters to make the names of its Jobs. */
export function checkCronJobName(text: string): NameProblem {
  return check(text, { longest: 52, pattern: dns1123, form: labelForm });
}

function checkKey(text: string, prefixToCompare: string): NameProblem {
  const slash = text.indexOf("/");
  if (slash !== -1) {
    const problem = checkDnsSubdomain(prefixToCompare.slice(0, slash));
    if (problem !== null) return `has a prefix (before "/") that ${problem}`;
  }
  const name = text.slice(slash + 1);
  const problem = check(name, { longest: 63, pattern: qualified, form: qualifiedForm });
  return problem === null || slash === -1 ? problem : `has a name (after "/") that ${problem}`;
}

/** Label key: an optional subdomain and `/`, then a name of at most 63 characters. */
export function checkLabelKey(text: string): NameProblem {
  return checkKey(text, text);
}

/** Annotation key: as a label key, but the prefix may hold capitals. */
export function checkAnnotationKey(text: string): NameProblem {
  return checkKey(text, text.toLowerCase());
}

/** Value of a label, of a nodeSelector and of matchLabels; may be empty. */
export function checkLabelValue(text: string): NameProblem {
  return text === "" ? null : check(text, { longest: 63, pattern: qualified, form: qualifiedForm });
}

/** Name of an environment variable, by the rule that every shell and server accepts. */
export function checkEnvironmentVariableName(text: string): NameProblem {
  return check(text, {
    longest: 32_768,
    pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
    form: `hold only letters, digits and "_", and not begin with a digit`,
  });
}

/** Name of a port of a container or Service. */
export function checkPortName(text: string): NameProblem {
  return check(text, {
    longest: 15,
    pattern: /^(?=[^a-z]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/,
    form: `hold a lower-case letter, and only lower-case letters, digits and single "-" inside`,
  });
}

/** Key of the data of a ConfigMap or Secret. */
export function checkConfigMapKey(text: string): NameProblem {
  return check(text, {
    longest: 253,
    pattern: /^(?!\.$|\.\.)[-._a-zA-Z0-9]+$/,
    form: `hold only letters, digits, "-", "_" and ".", and not be "." or begin with ".."`,
  });
}

/**
 * The Kubernetes form of a logical name (`[a-z][a-z0-9_]*`): `fraud_check` gives `fraud-check`.
 * Injective: two underscores or more in a row, and those at the end, become `--<count>`. The result
 * is a DNS-1035 label but for its length, which the caller checks against its own limit.
 */
export function kubernetesName(logicalName: string): string {
  if (!logicalName.includes("__") && !logicalName.endsWith("_"))
    return logicalName.replaceAll("_", "-");
  return logicalName.replace(/_+/g, (run, at: number) => {
    const last = at + run.length === logicalName.length;
    if (run.length === 1 && !last) return "-";
    return last ? `--${run.length}` : `--${run.length}-`;
  });
}

/**
 * The variable that delivers one key of a secret at run time: `NEXGEN_<NAME>_<KEY>`; without a key,
 * `NEXGEN_<NAME>`. Not injective (`a_b` + `c`, `a` + `b_c`): see `nameCollisions`.
 */
export function environmentVariableName(secret: string, key: string | null): string {
  const parts = key === null ? ["nexgen", secret] : ["nexgen", secret, key];
  return parts
    .join("_")
    .toUpperCase()
    .replace(/[^A-Z0-9_]/g, "_");
}

/** The items of `items` (none is undefined) that share a name, in order; distinct names are left out. */
export function nameCollisions<Item>(
  items: Iterable<Item>,
  nameOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const firsts = new Map<string, Item>();
  const sharing = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, item);
      continue;
    }
    const others = sharing.get(name);
    if (others === undefined) sharing.set(name, [first, item]);
    else others.push(item);
  }
  return sharing;
}
