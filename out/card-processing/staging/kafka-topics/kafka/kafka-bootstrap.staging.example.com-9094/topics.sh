#!/usr/bin/env bash
# Kafka topics of staging on the cluster kafka-bootstrap.staging.example.com-9094.
# Creates what is missing and aligns what differs; never deletes a topic, never removes a partition.
# For bash 4.4 or newer and the command line tools of Kafka 2.7 or newer. Try --help.
set -euo pipefail
umask 077

# The brokers to start from.
declare_brokers() {
  bootstrap_servers='kafka-bootstrap.staging.example.com:9094'
}

# Name, partitions and replicas ('' leaves a number to the brokers), configuration.
declare_topics() {
  # streams.auth_events
  topic 'staging.auth.events.v3' 16 3
  # streams.dispute_events
  topic 'staging.dispute.events.v1' 4 3
  # streams.enriched_auths
  topic 'staging.auth.enriched.v3' 16 3
  # streams.hourly_summaries
  topic 'staging.transaction.summary.v1' 4 3 \
    'cleanup.policy=compact'
  # dead_letters.auth_dlq
  topic 'staging.auth.dlq' 4 3
  # completions.transaction_completions
  topic 'staging.transaction.completions.v1' 8 3 \
    'retention.ms=86400000'
  # completions.transaction_failures
  topic 'staging.transaction.failures.v1' 4 3 \
    'retention.ms=604800000'
}

# Kind of resource, its name, literal or prefixed, operation, principal.
declare_acls() {
  :
}

# What the client configuration takes from the environment: a variable, and a default if it has one.
declare_credentials() {
  credential KAFKA_JAAS_CONFIG
}

usage() {
  cat <<'TEXT'
Usage: topics.sh [options]

Creates the topics of this cluster that are missing, sets configuration that differs, and reads
everything back. Running it again changes nothing. It never deletes a topic, never removes a
partition, and leaves all other topics of the cluster alone.

  --plan                      show what would change, and change nothing
  --allow-partition-increase  add partitions where a topic has fewer than declared. The key of a
                              record then leads to another partition: records of one key written
                              before and after are no longer in order
  --reset-undeclared          remove configuration of these topics that is not declared; without
                              it such configuration is shown and kept
  --command-config FILE       client configuration; default: client.properties beside this script
  --bootstrap-server LIST     brokers to start from; default: those of the bindings
  --help                      this text

Exit codes: 0 everything is as declared; 1 failed; 2 with --plan: something would change;
3 something differs that is not changed here (other replicas or more partitions than declared, or
fewer without --allow-partition-increase); 64 wrong call.

The tools are those of $KAFKA_HOME/bin, else those on the PATH.
TEXT
}

fail() {
  printf 'error: %s\n' "$1" >&2
  exit "${2:-1}"
}

say() {
  printf '%-7s %s\n' "$1" "$2"
}

# ---- what is declared

names=()
acls=()
declare -A partitions_of=() replicas_of=() keys_of=() value_of=()

topic() {
  local name=$1 entry
  names+=("$name")
  partitions_of[$name]=$2
  replicas_of[$name]=$3
  keys_of[$name]=
  shift 3
  for entry in "$@"; do
    keys_of[$name]+="${entry%%=*} "
    value_of["$name ${entry%%=*}"]=${entry#*=}
  done
}

acl() {
  acls+=("$1" "$2" "$3" "$4" "$5")
}

# ---- credentials: from variables, or from the files that <variable>_FILE names

credentials=()

# Sets variable $1, if it is not set, from its file or to the default $2.
variable() {
  local name=$1 file=${1}_FILE
  if [[ -z ${!name+set} && -n ${!file:-} ]]; then
    [[ -r ${!file} ]] || fail "the file that $file names cannot be read"
    printf -v "$name" '%s' "$(<"${!file}")"
  elif [[ -z ${!name+set} && $# -gt 1 ]]; then
    printf -v "$name" '%s' "$2"
  fi
  [[ -n ${!name:-} ]] || fail "$name is not set; set it, or $file to a file that holds the value"
  [[ ${!name} != *$'\n'* ]] || fail "the value of $name has more than one line"
}

credential() {
  variable "$@"
  credentials+=("$1")
}

# The line for the client's login module.
login() {
  export KAFKA_TOPICS_JAAS_CONFIG=$1
  credentials+=(KAFKA_TOPICS_JAAS_CONFIG)
}

# The value of a variable inside quotes of the login: its parser takes quotes and backslashes escaped.
quoted() {
  local text=${!1//\\/\\\\}
  printf '%s' "${text//\"/\\\"}"
}

# Tools before Kafka 3.5 cannot read variables: they get a copy of the configuration that names files.
prepare_credentials() {
  local version line name variable_mark="\${env:" file_mark="\${env:$work/credentials:"
  ((${#credentials[@]} > 0)) || return 0
  export "${credentials[@]?}"
  version=$("$topics_tool" --version 2>/dev/null) || version=
  [[ $version =~ (^|[[:space:]])([0-9]+)\.([0-9]+)\.[0-9] ]] || return 0
  ((BASH_REMATCH[2] < 3 || (BASH_REMATCH[2] == 3 && BASH_REMATCH[3] < 5))) || return 0
  mkdir "$work/credentials"
  for name in "${credentials[@]}"; do
    printf '%s' "${!name}" >"$work/credentials/$name"
  done
  while IFS= read -r line || [[ -n $line ]]; do
    line=${line//EnvVarConfigProvider/DirectoryConfigProvider}
    [[ $line == *.param.allowlist.pattern=* ]] || printf '%s\n' "${line//"$variable_mark"/"$file_mark"}"
  done <"$command_config" >"$work/client.properties"
  command_config=$work/client.properties
}

# ---- the tools

find_tool() {
  local candidate
  for candidate in ${KAFKA_HOME:+"$KAFKA_HOME/bin/$1.sh"} "$1.sh" "$1"; do
    if command -v "$candidate" >/dev/null; then
      tool=$(command -v "$candidate")
      return
    fi
  done
  fail "$1.sh is not on the PATH; set KAFKA_HOME to the folder of a Kafka installation"
}

# Leaves what the tool printed in $output.
call() {
  local tool=$1
  shift
  if ! output=$("$tool" --bootstrap-server "$bootstrap_servers" --command-config "$command_config" "$@" 2>"$work/stderr"); then
    printf '%s\n' "$output" >&2
    cat "$work/stderr" >&2
    fail "${tool##*/} $1 failed"
  fi
}

# ---- what is there

declare -A partitions_now=() replicas_now=() value_now=() acl_now=()

read_topics() {
  local line name pattern=
  local -i count=0
  partitions_now=()
  replicas_now=()
  value_now=()
  call "$topics_tool" --list
  local -A listed=()
  while IFS= read -r line; do
    if [[ $line =~ ^[A-Za-z0-9._-]+$ ]]; then listed[$line]=yes; fi
  done <<<"$output"
  for name in "${names[@]}"; do
    [[ -n ${listed[$name]:-} ]] || continue
    # --describe takes a pattern: a plain dot would find other topics, too.
    pattern+="${pattern:+|}${name//./\\.}"
    count+=1
    if ((count % 100 == 0)); then
      read_descriptions "$pattern"
      pattern=
    fi
  done
  if [[ -n $pattern ]]; then read_descriptions "$pattern"; fi
}

read_descriptions() {
  local line name
  call "$topics_tool" --describe --topic "$1"
  while IFS= read -r line; do
    # Lines of single partitions are indented.
    [[ $line =~ ^Topic:[[:space:]]*([A-Za-z0-9._-]+) ]] || continue
    name=${BASH_REMATCH[1]}
    [[ $line =~ PartitionCount:[[:space:]]*([0-9]+) ]] || continue
    partitions_now[$name]=${BASH_REMATCH[1]}
    [[ $line =~ ReplicationFactor:[[:space:]]*([0-9]+) ]] || continue
    replicas_now[$name]=${BASH_REMATCH[1]}
    [[ $line =~ Configs:[[:space:]]*([^[:space:]]*) ]] || continue
    read_configuration "$name" "${BASH_REMATCH[1]}"
  done <<<"$output"
}

# Entries are separated by commas, and so are the parts of a list: a part has no equals sign.
read_configuration() {
  local name=$1 key='' part
  local -a parts=()
  IFS=, read -r -a parts <<<"$2"
  for part in "${parts[@]}"; do
    if [[ $part == *=* ]]; then
      key=${part%%=*}
      value_now["$name $key"]=${part#*=}
    elif [[ -n $key ]]; then
      value_now["$name $key"]+=,$part
    fi
  done
}

read_acls() {
  local line resource=
  acl_now=()
  ((${#acls[@]} > 0)) || return 0
  call "$acls_tool" --list
  while IFS= read -r line; do
    if [[ $line =~ ResourcePattern\((resourceType=.*)\) ]]; then
      resource=${BASH_REMATCH[1]}
    elif [[ $line =~ \((principal=.*)\) ]]; then
      acl_now["$resource (${BASH_REMATCH[1]})"]=yes
    fi
  done <<<"$output"
}

# ---- what differs

absent=()
grown=()
changed=()
undeclared=()
missing_acls=()
declare -A changes_of=()
declare -i refused=0

compare() {
  local name quiet=${1:-}
  absent=()
  grown=()
  changed=()
  undeclared=()
  changes_of=()
  refused=0
  local -a suspects=()
  for name in "${names[@]}"; do
    if [[ -z ${partitions_now[$name]:-} ]]; then
      absent+=("$name")
      tell create "$name: ${partitions_of[$name]:-default} partitions, ${replicas_of[$name]:-default} replicas$(listed_configuration "$name")"
      continue
    fi
    compare_size "$name"
    compare_configuration "$name"
  done
  [[ -n $quiet && -z $reset_undeclared ]] || compare_undeclared
  compare_acls
}

# What is only read back again is not told twice.
tell() {
  [[ -n $quiet ]] || say "$1" "$2"
}

listed_configuration() {
  local key
  for key in ${keys_of[$1]}; do
    printf ', %s=%s' "$key" "${value_of["$1 $key"]}"
  done
}

compare_size() {
  local name=$1
  local wanted=${partitions_of[$name]} now=${partitions_now[$name]}
  if [[ -n $wanted ]] && ((now < wanted)); then
    if [[ -n $allow_partition_increase ]]; then
      grown+=("$name")
      tell grow "$name: $now to $wanted partitions; keys lead to other partitions from now on"
    else
      refuse "$name: has $now partitions, $wanted are declared; --allow-partition-increase adds them and breaks the order by key"
    fi
  elif [[ -n $wanted ]] && ((now > wanted)); then
    refuse "$name: has $now partitions, $wanted are declared; partitions cannot be removed"
  fi
  wanted=${replicas_of[$name]}
  now=${replicas_now[$name]}
  if [[ -n $wanted ]] && ((now != wanted)); then
    refuse "$name: has $now replicas, $wanted are declared; kafka-reassign-partitions.sh moves replicas"
  fi
}

refuse() {
  refused+=1
  tell refuse "$1"
}

# What a change of $1 from $2 to $3 does to records, for the plan; nothing, if it keeps them all.
# Without a value the brokers' own counts, which nobody sees here.
loss() {
  local key=$1 now=$2 wanted=$3
  case $key in
    retention.ms | retention.bytes)
      if [[ $wanted == -1 ]]; then
        return
      elif [[ -z $now || -z $wanted ]]; then
        printf '; older records are deleted where this keeps less than before'
      elif [[ $now == -1 ]] || ((wanted < now)); then
        printf '; older records are deleted'
      fi
      ;;
    cleanup.policy)
      if [[ $now == compact && $wanted == *delete* ]]; then
        printf '; records older than the retention are deleted'
      elif [[ $now != *compact* && $wanted == *compact* ]]; then
        printf '; of the records of one key only the last is kept'
      fi
      ;;
  esac
}

compare_configuration() {
  local name=$1 key now wanted entries=
  for key in ${keys_of[$name]}; do
    now=${value_now["$name $key"]:-}
    wanted=${value_of["$name $key"]}
    [[ $now != "$wanted" ]] || continue
    tell set "$name: $key=$wanted (now ${now:-the default})$(loss "$key" "$now" "$wanted")"
    if [[ $wanted == *,* ]]; then wanted="[$wanted]"; fi
    entries+="${entries:+,}$key=$wanted"
  done
  if [[ -n $entries ]]; then
    changed+=("$name")
    changes_of[$name]=$entries
  fi
  suspect "$name"
}

# Only keys that a binding can set: others are somebody else's.
suspect() {
  local name=$1 key
  for key in cleanup.policy compression.type delete.retention.ms max.compaction.lag.ms max.message.bytes message.timestamp.type min.cleanable.dirty.ratio min.compaction.lag.ms min.insync.replicas retention.bytes retention.ms segment.bytes segment.ms unclean.leader.election.enable; do
    if [[ -n ${value_now["$name $key"]+set} && -z ${value_of["$name $key"]+set} ]]; then
      suspects+=("$name" "$key")
    fi
  done
}

# --describe of topics shows values of the brokers, too; kafka-configs.sh what was set on the topic.
compare_undeclared() {
  local name key line last=
  local -i index
  local -A override=()
  ((${#suspects[@]} > 0)) || return 0
  if ((${#suspects[@]} <= 6)); then
    for ((index = 0; index < ${#suspects[@]}; index += 2)); do
      name=${suspects[index]}
      [[ $name != "$last" ]] || continue
      last=$name
      call "$configs_tool" --describe --entity-type topics --entity-name "$name"
      read_overrides
    done
  else
    call "$configs_tool" --describe --entity-type topics
    read_overrides
  fi
  for ((index = 0; index < ${#suspects[@]}; index += 2)); do
    name=${suspects[index]} key=${suspects[index + 1]}
    [[ -n ${override["$name $key"]:-} ]] || continue
    if [[ -n $reset_undeclared ]]; then
      undeclared+=("$name" "$key")
      tell reset "$name: $key (now ${value_now["$name $key"]}) to the default$(loss "$key" "${value_now["$name $key"]}" '')"
    else
      tell kept "$name: $key=${value_now["$name $key"]} is set and not declared; --reset-undeclared removes it"
    fi
  done
}

read_overrides() {
  local line topic=
  while IFS= read -r line; do
    if [[ $line =~ ^Dynamic\ configs\ for\ topic\ ([A-Za-z0-9._-]+)\ are: ]]; then
      topic=${BASH_REMATCH[1]}
    elif [[ $line =~ ^[[:space:]]+([a-z.]+)= ]]; then
      override["$topic ${BASH_REMATCH[1]}"]=yes
    fi
  done <<<"$output"
}

compare_acls() {
  local -i index
  local kind name pattern operation principal
  missing_acls=()
  for ((index = 0; index < ${#acls[@]}; index += 5)); do
    kind=${acls[index]} name=${acls[index + 1]} pattern=${acls[index + 2]}
    operation=${acls[index + 3]} principal=${acls[index + 4]}
    if [[ -z ${acl_now["$(acl_line "${acls[@]:index:5}")"]:-} ]]; then
      missing_acls+=("${acls[@]:index:5}")
      tell allow "$principal: $operation on the $kind $name ($pattern)"
    fi
  done
}

acl_line() {
  local kind=${1//-/_}
  printf 'resourceType=%s, name=%s, patternType=%s (principal=%s, host=*, operation=%s, permissionType=ALLOW)' \
    "${kind^^}" "$2" "${3^^}" "$5" "${4^^}"
}

differs() {
  ((${#absent[@]} + ${#grown[@]} + ${#changed[@]} + ${#undeclared[@]} + ${#missing_acls[@]} > 0))
}

# ---- changes

apply() {
  local name key
  local -a arguments
  local -i index
  for name in "${absent[@]}"; do
    arguments=(--create --if-not-exists --topic "$name")
    if [[ -n ${partitions_of[$name]} ]]; then arguments+=(--partitions "${partitions_of[$name]}"); fi
    if [[ -n ${replicas_of[$name]} ]]; then arguments+=(--replication-factor "${replicas_of[$name]}"); fi
    for key in ${keys_of[$name]}; do
      arguments+=(--config "$key=${value_of["$name $key"]}")
    done
    call "$topics_tool" "${arguments[@]}"
  done
  for name in "${grown[@]}"; do
    # --alter takes a pattern, too.
    call "$topics_tool" --alter --topic "${name//./\\.}" --partitions "${partitions_of[$name]}"
  done
  for name in "${changed[@]}"; do
    call "$configs_tool" --alter --entity-type topics --entity-name "$name" --add-config "${changes_of[$name]}"
  done
  for ((index = 0; index < ${#undeclared[@]}; index += 2)); do
    call "$configs_tool" --alter --entity-type topics --entity-name "${undeclared[index]}" --delete-config "${undeclared[index + 1]}"
  done
  for ((index = 0; index < ${#missing_acls[@]}; index += 5)); do
    call "$acls_tool" --add --allow-principal "${missing_acls[index + 4]}" --operation "${missing_acls[index + 3]}" \
      "--${missing_acls[index]}" "${missing_acls[index + 1]}" --resource-pattern-type "${missing_acls[index + 2]}"
  done
}

# Brokers learn of a change a moment after the tool has returned.
verify() {
  local -i attempt
  for ((attempt = 1; attempt <= 10; attempt += 1)); do
    read_topics
    read_acls
    compare quietly
    if ! differs; then return; fi
    sleep 1
  done
  compare
  fail 'the cluster is not as declared after the changes; the lines above say where'
}

finish() {
  ((refused == 0)) || fail "this script does not change what the lines \"refuse\" show ($refused)" 3
  say ok "${#names[@]} topics are as declared"
}

# ---- the run

main() {
  plan='' allow_partition_increase='' reset_undeclared='' bootstrap_servers='' command_config=''
  local own_config=''
  while (($# > 0)); do
    case $1 in
      --plan) plan=yes ;;
      --allow-partition-increase) allow_partition_increase=yes ;;
      --reset-undeclared) reset_undeclared=yes ;;
      --command-config | --bootstrap-server)
        (($# > 1)) || fail "$1 needs a value; try --help" 64
        if [[ $1 == --command-config ]]; then command_config=$2; else bootstrap_servers=$2; fi
        shift
        ;;
      --help)
        usage
        exit 0
        ;;
      *) fail "unknown option $1; try --help" 64 ;;
    esac
    shift
  done
  [[ -n $bootstrap_servers ]] || declare_brokers
  [[ -n $command_config ]] || own_config=yes command_config=$(dirname -- "${BASH_SOURCE[0]}")/client.properties
  [[ -r $command_config ]] || fail "$command_config cannot be read"
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  local tool
  find_tool kafka-topics && topics_tool=$tool
  find_tool kafka-configs && configs_tool=$tool
  find_tool kafka-acls && acls_tool=$tool
  declare_topics
  declare_acls
  if [[ -n $own_config ]]; then
    declare_credentials
    prepare_credentials
  fi
  read_topics
  read_acls
  compare
  if ! differs; then
    finish
  elif [[ -n $plan ]]; then
    exit 2
  else
    apply
    verify
    finish
  fi
}

main "$@"
