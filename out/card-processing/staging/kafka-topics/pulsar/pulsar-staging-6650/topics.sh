#!/usr/bin/env bash
# Pulsar topics of staging on the cluster pulsar-staging-6650.
# Creates what is missing and aligns what differs; never deletes a topic, never removes a partition.
# For bash 4.4 or newer and pulsar-admin 2.11 or newer. Try --help.
set -euo pipefail
umask 077

# Name, partitions ('' for none), minutes and megabytes of retention (-1 for no limit), bytes of backlog
# that start a compaction (0 for never); '' leaves a setting alone.
declare_topics() {
  # streams.settlement_events
  topic 'persistent://credit-card-staging/settlement/events' '' '' '' ''
}

# How the cluster is reached, as client.conf says it.
declare_client() {
  setting webServiceUrl 'http://pulsar-staging:8080'
  setting brokerServiceUrl 'pulsar://pulsar-staging:6650'
}

usage() {
  cat <<'TEXT'
Usage: topics.sh [options]

Creates the topics that are missing, sets retention and compaction that differ, and reads everything
back. Running it again changes nothing. It never deletes a topic, never removes a partition, and
leaves all other topics alone. Tenant and namespace must exist.

  --plan                      show what would change, and change nothing
  --allow-partition-increase  add partitions where a topic has fewer than declared. The key of a
                              message then leads to another partition: messages of one key written
                              before and after are no longer in order
  --client-conf FILE          client configuration of your own, in the place of what is prepared here
  --help                      this text

Exit codes: 0 everything is as declared; 1 failed; 2 with --plan: something would change;
3 something differs that is not changed here (more partitions than declared, or fewer without
--allow-partition-increase, a topic without partitions); 64 wrong call.

pulsar-admin is that of $PULSAR_HOME/bin, else the one on the PATH.
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
declare -A partitions_of=() minutes_of=() megabytes_of=() threshold_of=()

topic() {
  names+=("$1")
  partitions_of[$1]=$2
  minutes_of[$1]=$3
  megabytes_of[$1]=$4
  threshold_of[$1]=$5
}

# ---- the client configuration, in a folder that only this run can read

# Sets variable $1, if it is not set, from the file that <variable>_FILE names or to the default $2.
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

# The value of a variable for a properties file.
encoded() {
  printf '%s' "${!1//\\/\\\\}"
}

setting() {
  printf '%s=%s\n' "$1" "$2" >>"$work/client.conf"
}

token() {
  printf '%s' "$1" >"$work/token"
  setting authPlugin org.apache.pulsar.client.impl.auth.AuthenticationToken
  setting authParams "file://$work/token"
}

# ---- pulsar-admin

find_tool() {
  local candidate
  for candidate in ${PULSAR_HOME:+"$PULSAR_HOME/bin/pulsar-admin"} pulsar-admin; do
    if command -v "$candidate" >/dev/null; then
      admin_tool=$(command -v "$candidate")
      return
    fi
  done
  fail 'pulsar-admin is not on the PATH; set PULSAR_HOME to the folder of a Pulsar installation'
}

# Leaves what the tool printed in $output.
call() {
  if ! output=$(PULSAR_CLIENT_CONF=$client_conf "$admin_tool" "$@" 2>"$work/stderr"); then
    printf '%s\n' "$output" >&2
    cat "$work/stderr" >&2
    fail "pulsar-admin $1 $2 failed"
  fi
}

# ---- what is there

# Partitions by topic; 0 for a topic without.
declare -A partitions_now=() minutes_now=() megabytes_now=() threshold_now=()

read_topics() {
  local name namespace
  local -A seen=()
  partitions_now=()
  for name in "${names[@]}"; do
    namespace=${name#*://}
    namespace=${namespace%/*}
    [[ -z ${seen[$namespace]:-} ]] || continue
    seen[$namespace]=yes
    read_list "$namespace" list 0
    read_list "$namespace" list-partitioned-topics partitioned
  done
  for name in "${names[@]}"; do
    if [[ -n ${partitions_now[$name]:-} ]]; then read_topic "$name"; fi
  done
}

read_list() {
  local line
  call topics "$2" "$1"
  while IFS= read -r line; do
    # Older versions print each topic in quotes.
    line=${line//\"/}
    if [[ $line =~ ^(non-)?persistent://[^[:space:]]+$ ]]; then partitions_now[$line]=$3; fi
  done <<<"$output"
}

read_topic() {
  local name=$1
  if [[ ${partitions_now[$name]} == partitioned ]]; then
    call topics get-partitioned-topic-metadata "$name"
    partitions_now[$name]=$(number_of partitions)
  fi
  if [[ -n ${minutes_of[$name]} ]]; then
    call topicPolicies get-retention "$name"
    minutes_now[$name]=$(number_of retentionTimeInMinutes)
    megabytes_now[$name]=$(number_of retentionSizeInMB)
  fi
  if [[ -n ${threshold_of[$name]} ]]; then
    call topicPolicies get-compaction-threshold "$name"
    threshold_now[$name]=0
    if [[ $output =~ ([0-9]+) ]]; then threshold_now[$name]=${BASH_REMATCH[1]}; fi
  fi
}

# The number under a key of the JSON in $output; nothing where there is none.
number_of() {
  if [[ $output =~ \"$1\"[[:space:]]*:[[:space:]]*(-?[0-9]+) ]]; then printf '%s' "${BASH_REMATCH[1]}"; fi
}

# ---- what differs

absent=()
grown=()
kept=()
compacted=()
declare -i refused=0

compare() {
  local name quiet=${1:-}
  absent=()
  grown=()
  kept=()
  compacted=()
  refused=0
  for name in "${names[@]}"; do
    if [[ -z ${partitions_now[$name]:-} ]]; then
      absent+=("$name")
      tell create "$name: ${partitions_of[$name]:-no} partitions"
    else
      compare_partitions "$name"
    fi
    compare_policies "$name"
  done
}

# What is only read back again is not told twice.
tell() {
  [[ -n $quiet ]] || say "$1" "$2"
}

refuse() {
  refused+=1
  tell refuse "$1"
}

compare_partitions() {
  local name=$1
  local wanted=${partitions_of[$name]} now=${partitions_now[$name]}
  [[ -n $wanted ]] || return 0
  if ((now == 0)); then
    refuse "$name: has no partitions, $wanted are declared; such a topic never gets any"
  elif ((now > wanted)); then
    refuse "$name: has $now partitions, $wanted are declared; partitions cannot be removed"
  elif ((now < wanted)) && [[ -n $allow_partition_increase ]]; then
    grown+=("$name")
    tell grow "$name: $now to $wanted partitions; keys lead to other partitions from now on"
  elif ((now < wanted)); then
    refuse "$name: has $now partitions, $wanted are declared; --allow-partition-increase adds them and breaks the order by key"
  fi
}

# Whether limit $1 becomes smaller with $2; -1 is no limit.
keeps_less() {
  local now=$1 wanted=$2
  [[ $wanted != -1 ]] && { [[ $now == -1 ]] || ((wanted < now)); }
}

compare_policies() {
  local name=$1
  local minutes=${minutes_now[$name]:-} megabytes=${megabytes_now[$name]:-} threshold=${threshold_now[$name]:-0}
  local loss=
  if [[ -n ${minutes_of[$name]} && "$minutes $megabytes" != "${minutes_of[$name]} ${megabytes_of[$name]}" ]]; then
    kept+=("$name")
    # A topic without limits of its own has those of its namespace.
    if [[ -z $minutes || -z $megabytes ]]; then
      loss='; older records are deleted where the namespace keeps more'
    elif keeps_less "$minutes" "${minutes_of[$name]}" || keeps_less "$megabytes" "${megabytes_of[$name]}"; then
      loss='; older records are deleted'
    fi
    tell set "$name: retention ${minutes_of[$name]} minutes, ${megabytes_of[$name]} MB (now ${minutes:-the default}${megabytes:+, }$megabytes)$loss"
  fi
  if [[ -n ${threshold_of[$name]} && $threshold != "${threshold_of[$name]}" ]]; then
    compacted+=("$name")
    tell set "$name: compaction after ${threshold_of[$name]} bytes of backlog (now $threshold)"
  fi
}

differs() {
  ((${#absent[@]} + ${#grown[@]} + ${#kept[@]} + ${#compacted[@]} > 0))
}

# ---- changes

apply() {
  local name minutes megabytes
  for name in "${absent[@]}"; do
    if [[ -n ${partitions_of[$name]} ]]; then
      call topics create-partitioned-topic "$name" --partitions "${partitions_of[$name]}"
    else
      call topics create "$name"
    fi
  done
  for name in "${grown[@]}"; do
    call topics update-partitioned-topic "$name" --partitions "${partitions_of[$name]}"
  done
  for name in "${kept[@]}"; do
    minutes=${minutes_of[$name]} megabytes=${megabytes_of[$name]}
    if ((minutes > 0)); then minutes+=m; fi
    if ((megabytes > 0)); then megabytes+=M; fi
    call topicPolicies set-retention "$name" --time "$minutes" --size "$megabytes"
  done
  for name in "${compacted[@]}"; do
    call topicPolicies set-compaction-threshold "$name" --threshold "${threshold_of[$name]}"
  done
}

# Policies of a topic are read from a topic of their own, a moment later.
verify() {
  local -i attempt
  for ((attempt = 1; attempt <= 10; attempt += 1)); do
    read_topics
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
  plan='' allow_partition_increase='' client_conf=''
  while (($# > 0)); do
    case $1 in
      --plan) plan=yes ;;
      --allow-partition-increase) allow_partition_increase=yes ;;
      --client-conf)
        (($# > 1)) || fail "$1 needs a value; try --help" 64
        client_conf=$2
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
  find_tool
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  if [[ -z $client_conf ]]; then
    client_conf=$work/client.conf
    declare_client
  fi
  [[ -r $client_conf ]] || fail "$client_conf cannot be read"
  declare_topics
  read_topics
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
