// Deliberate faults in the generators, each of which the one system named must find: a fault that
// passes shows that the system proves less than it says. `npm run conformance:mutations` tries them.

/** `from`, which stands once in `file`, becomes `to`. */
interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A fault, and the system that must find it. */
export interface Mutation {
  readonly name: string;
  readonly system: string;
  readonly edits: readonly Edit[];
  /** What a failed check must say, so that no other failure counts. */
  readonly found: RegExp;
  /** Variables that make the system look at less, where a part of it shows the fault as well. */
  readonly env?: Readonly<Record<string, string>>;
}

// One line of Flink shows a fault as well as eight.
const oneLine = { NEXGEN_CONFORMANCE_FLINK_LINE: "1.18" };

export const mutations: readonly Mutation[] = [
  {
    name: "a renamed Flink key",
    system: "flink",
    edits: [
      {
        file: "src/targets/flink/configuration/checkpoints.ts",
        from: '"execution.checkpointing.min-pause"',
        to: '"execution.checkpointing.minimum-pause"',
      },
      // Our own table of options would notice.
      {
        file: "src/targets/flink/options/option-rows.ts",
        from: "\nexecution.checkpointing.min-pause ",
        to: "\nexecution.checkpointing.minimum-pause ",
      },
    ],
    found: /execution\.checkpointing\.minimum-pause is undeclared/u,
    env: oneLine,
  },
  {
    name: "memory off by 1 MiB",
    system: "flink",
    edits: [
      {
        file: "src/targets/flink/memory/jvm-memory.ts",
        from: "min: 192 * MEGABYTE",
        to: "min: 193 * MEGABYTE",
      },
    ],
    found: /differ:/u,
    env: oneLine,
  },
  {
    name: "pod memory off by 1 MiB",
    system: "kubernetes",
    edits: [
      {
        file: "src/targets/kubernetes/quantities.ts",
        from: "  let amount = bytes;",
        to: "  let amount = bytes + 1048576;",
      },
    ],
    found: /The pod may use \S+, Flink divides/u,
  },
  {
    name: "4gb in a quantity",
    system: "kubernetes",
    edits: [
      {
        file: "src/targets/kubernetes/quantities.ts",
        from: '  return `${amount}${binarySuffixes[power] ?? ""}`;',
        to: '  return `${amount}${(binarySuffixes[power] ?? "").toLowerCase().replace("i", "b")}`;',
      },
    ],
    found: /quantities must match the regular expression|should match/u,
  },
  {
    name: "a dropped selector label",
    system: "kubernetes",
    edits: [
      {
        file: "src/targets/kubernetes/labels.ts",
        from: '    ...(component === null ? {} : { "app.kubernetes.io/component": component }),\n',
        to: "",
      },
    ],
    found: /are labels of the pods of/u,
  },
  {
    name: "a missing RBAC verb",
    system: "kubernetes",
    edits: [
      { file: "generators/k8s/shared-objects.ts", from: '"watch", "create"', to: '"create"' },
    ],
    found: /may not watch/u,
  },
  {
    name: "a wrong queue",
    system: "yarn",
    edits: [
      {
        file: "src/targets/flink/configuration/yarn.ts",
        from: '"queue", leafQueue)',
        to: '"queue", () => "default")',
      },
    ],
    found: /queue is "root\.default" instead of "root\.finance\.nightly"/u,
    env: oneLine,
  },
  {
    name: "a wrong setter",
    system: "java",
    edits: [
      {
        file: "templates/java/kafka-sink.java.hbs",
        from: ".setTransactionalIdPrefix(",
        to: ".setTransactionIdPrefix(",
      },
    ],
    found: /cannot find symbol/u,
  },
  {
    name: "a sink without its guarantee",
    system: "pipeline",
    edits: [
      {
        file: "templates/java/kafka-sink.java.hbs",
        from: "DeliveryGuarantee.{{guarantee}}",
        to: "DeliveryGuarantee.NONE",
      },
    ],
    found: /FAILED pipeline: .*records come once each/u,
  },
  {
    name: "completion events before the commit",
    system: "pipeline",
    edits: [
      {
        file: "templates/java/callback.java.hbs",
        from: "ConfirmationSettings.Trigger.{{trigger}}",
        to: "ConfirmationSettings.Trigger.AFTER_FLUSH",
      },
    ],
    found: /FAILED pipeline: .*not committed and not announced/u,
  },
  {
    name: "a metric name of the other line",
    system: "live",
    edits: [
      {
        file: "src/targets/prometheus/known-metrics.ts",
        from: "counter(`${job}numRestarts`)",
        // Flink 2.x counts these, 1.20 does not.
        to: "counter(`${job}numRescales`)",
      },
    ],
    found: /numRescales\{\S* finds series with job_name\n\s*no series for restarted/u,
    env: { NEXGEN_CONFORMANCE_FLINK_LINE: "1.20" },
  },
  {
    name: "a jar whose path is no URI",
    system: "kubernetes",
    edits: [
      {
        file: "generators/k8s/job.ts",
        from: "(character) => encodeURIComponent(character)",
        to: "(character) => character",
      },
    ],
    found: /is deployed by the operator\n[^]*URISyntaxException/u,
  },
  {
    name: "layered pod templates merged by position",
    system: "kubernetes",
    edits: [
      {
        file: "generators/k8s/operator/flink-deployment.ts",
        from: 'merge-arrays-by-name", "true"',
        to: 'merge-arrays-by-name", "false"',
      },
    ],
    found:
      /FAILED kubernetes: \S+ \(k8s operator\): \S+ (?:its job manager runs|the) task managers/u,
  },
  {
    name: "an unquoted argument",
    system: "shell",
    edits: [
      {
        file: "templates/kafka-topics/kafka.sh.hbs",
        from: '--allow-principal "${missing_acls[index + 4]}"',
        to: "--allow-principal ${missing_acls[index + 4]}",
      },
    ],
    found: /Double quote to prevent globbing and word splitting/u,
  },
  {
    name: "a wrong partition count",
    system: "kafka",
    edits: [
      {
        file: "generators/kafka-topics/kafka-script.ts",
        from: "partitions: countOf(partitions?.value),",
        to: "partitions: countOf(Number(partitions?.value ?? 1) + 1),",
      },
    ],
    found: /topics are read back as modelled[^]*partitions/u,
  },
  {
    name: "a pipeline that deploys from every branch",
    system: "ci-cd",
    edits: [{ file: "templates/ci-cd/gitlab-ci.yaml.hbs", from: "  rules: {{rules}}\n", to: "" }],
    found: /FAILED ci-cd: .*on another branch nothing is deployed/u,
  },
];
