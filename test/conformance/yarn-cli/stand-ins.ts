// Programs in the place of Flink's and Hadoop's: they record their words, and answer as the real ones
// do when all goes well.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where the stand-ins are, and how a script finds them. */
export interface StandIns {
  readonly environment: Readonly<Record<string, string>>;
  /** The calls of `flink`: words ended by NUL, a second NUL after each call. */
  readonly record: string;
}

const job = "0123456789abcdef0123456789abcdef";

function flink(line: string): string {
  return `#!/usr/bin/env bash
{ printf '%s\\0' "$@"; printf '\\0'; } >>"$RECORD"
case $1 in
  --version) echo 'Version: ${line}.0, Commit ID: 0' ;;
  list) echo '24.11.2026 12:00:00 : ${job} : job (RUNNING)' ;;
  run*)
    for word in "$@"; do
      [[ $word != -Dyarn.application.name=* ]] || printf '%s' "\${word#*=}" >"$RECORD.submitted"
    done
    ;;
esac
`;
}

const yarn = `#!/usr/bin/env bash
case $2 in
  -list)
    printf '%30s\\t%20s\\t%20s\\n' Application-Id Application-Name Application-Type
    if [[ -e $RECORD.submitted ]]; then
      printf '%30s\\t%20s\\t%20s\\n' application_1_0001 "$(<"$RECORD.submitted")" flink
    fi
    ;;
  -status)
    printf 'Application Report : \\n\\tState : RUNNING\\n\\tFinal-State : UNDEFINED\\n\\tRPC Port : 8081\\n\\tAM Host : host\\n'
    ;;
esac
`;

const curl = `#!/usr/bin/env bash
echo '{"jobs":[{"jid":"${job}","state":"RUNNING","tasks":{"running":2,"total":2}}]}'
`;

// What the examples expect on the machine that submits.
const files = [
  "secrets/rates_db/password",
  "etc/security/keytabs/settlement.keytab",
  "etc/finance/calendars/target2.csv",
];

/** Writes them below `folder`. */
export function standIns(folder: string, line: string): StandIns {
  const home = join(folder, "flink");
  for (const part of ["bin", "flink/bin", "flink/conf", "hadoop", ...files.map(dirname)])
    mkdirSync(join(folder, part), { recursive: true });
  const programs: readonly (readonly [string, string])[] = [
    ["flink/bin/flink", flink(line)],
    ["bin/yarn", yarn],
    ["bin/curl", curl],
    ["bin/kinit", "#!/usr/bin/env bash\n"],
  ];
  for (const [name, text] of programs) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
  for (const file of files) writeFileSync(join(folder, file), "");
  const record = join(folder, "record");
  return {
    record,
    environment: {
      FLINK_HOME: home,
      HADOOP_CONF_DIR: join(folder, "hadoop"),
      HADOOP_CLASSPATH: "none",
      NEXGEN_SECRETS_FOLDER: join(folder, "secrets"),
      PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`,
      RATES_JDBC_URL: "jdbc:postgresql://rates/rates",
      RECORD: record,
      STATE_FOLDER: join(folder, "state"),
    },
  };
}
