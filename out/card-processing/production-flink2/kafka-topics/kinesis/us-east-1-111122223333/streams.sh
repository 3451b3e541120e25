#!/usr/bin/env bash
# Kinesis streams of production-flink2 in us-east-1-111122223333.
# Creates what is missing and aligns what differs; never deletes a stream, never merges shards.
# For bash 4.4 or newer and the AWS command line, version 1 or 2. Try --help.
set -euo pipefail

region='us-east-1'
account='111122223333'

# Name, shards ('' for on demand), hours of retention ('' leaves it), key ('' leaves it, 'none' for none).
declare_streams() {
  # streams.fraud_alerts
  stream 'prod-fraud-alerts-flink2' 16 '' ''
}

usage() {
  cat <<'TEXT'
Usage: streams.sh [options]

Creates the streams that are missing, sets retention and encryption that differ, and reads everything
back. Running it again changes nothing. It never deletes a stream, never merges shards, and leaves
all other streams alone.

  --plan                  show what would change, and change nothing
  --allow-shard-increase  split shards where a stream has fewer than declared; more shards cost more,
                          and the service allows ten such steps a day, each at most to the double
  --help                  this text

Exit codes: 0 everything is as declared; 1 failed; 2 with --plan: something would change;
3 something differs that is not changed here (more shards than declared, fewer without
--allow-shard-increase, another capacity mode, encryption that is not declared); 64 wrong call.

The identity is that of the AWS command line: AWS_PROFILE, a role, or AWS_ACCESS_KEY_ID and its like.
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
declare -A shards_of=() retention_of=() key_of=()

stream() {
  names+=("$1")
  shards_of[$1]=$2
  retention_of[$1]=$3
  key_of[$1]=$4
}

# ---- the command line

# Leaves what it printed in $output; 1 where it failed, which the caller may expect.
try() {
  output=$(AWS_PAGER='' aws kinesis "$@" --region "$region" --output text 2>"$work/stderr")
}

call() {
  if ! try "$@"; then
    cat "$work/stderr" >&2
    fail "aws kinesis $1 failed"
  fi
}

check_account() {
  local now
  now=$(AWS_PAGER='' aws sts get-caller-identity --query Account --output text --region "$region") ||
    fail 'aws sts get-caller-identity failed'
  [[ -z $account || $now == "$account" ]] ||
    fail "these are the credentials of the account $now; the streams belong to $account"
}

# ---- what is there

declare -A shards_now=() retention_now=() key_now=() mode_now=()

read_streams() {
  local name
  shards_now=()
  for name in "${names[@]}"; do
    read_stream "$name"
  done
}

read_stream() {
  local name=$1 status shards hours encryption key mode
  local query='StreamDescriptionSummary.[StreamStatus,OpenShardCount,RetentionPeriodHours,EncryptionType,KeyId,StreamModeDetails.StreamMode]'
  if ! try describe-stream-summary --stream-name "$name" --query "$query"; then
    [[ $(<"$work/stderr") == *ResourceNotFoundException* ]] || {
      cat "$work/stderr" >&2
      fail 'aws kinesis describe-stream-summary failed'
    }
    return 0
  fi
  IFS=$'\t' read -r status shards hours encryption key mode <<<"$output"
  [[ $status != DELETING ]] || fail "$name is being deleted; run this again when it is gone"
  shards_now[$name]=$shards
  retention_now[$name]=$hours
  mode_now[$name]=$mode
  key_now[$name]=none
  if [[ $encryption == KMS ]]; then key_now[$name]=$key; fi
}

# ---- what differs

absent=()
grown=()
kept_longer=()
kept_shorter=()
encrypted=()
declare -i refused=0

compare() {
  local name quiet=${1:-}
  absent=()
  grown=()
  kept_longer=()
  kept_shorter=()
  encrypted=()
  refused=0
  for name in "${names[@]}"; do
    if [[ -z ${shards_now[$name]:-} ]]; then
      absent+=("$name")
      tell create "$name: ${shards_of[$name]:-on demand}${shards_of[$name]:+ shards}, ${retention_of[$name]:-24} hours, key ${key_of[$name]:-none}"
      continue
    fi
    compare_shards "$name"
    compare_retention "$name"
    compare_encryption "$name"
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

compare_shards() {
  local name=$1
  local wanted=${shards_of[$name]} now=${shards_now[$name]}
  [[ -n $wanted ]] || return 0
  if [[ ${mode_now[$name]} == ON_DEMAND ]]; then
    refuse "$name: is on demand, $wanted shards are declared; aws kinesis update-stream-mode changes it"
  elif ((now > wanted)); then
    refuse "$name: has $now shards, $wanted are declared; shards are not merged here"
  elif ((now < wanted)) && [[ -n $allow_shard_increase ]]; then
    grown+=("$name")
    tell grow "$name: $now to $wanted shards"
  elif ((now < wanted)); then
    refuse "$name: has $now shards, $wanted are declared; --allow-shard-increase splits them"
  fi
}

compare_retention() {
  local name=$1
  local wanted=${retention_of[$name]} now=${retention_now[$name]}
  [[ -n $wanted ]] || return 0
  if ((now < wanted)); then
    kept_longer+=("$name")
    tell set "$name: $wanted hours of retention (now $now)"
  elif ((now > wanted)); then
    kept_shorter+=("$name")
    tell set "$name: $wanted hours of retention (now $now); older records are deleted"
  fi
}

compare_encryption() {
  local name=$1
  local wanted=${key_of[$name]} now=${key_now[$name]}
  [[ -n $wanted && $now != "$wanted" ]] || return 0
  if [[ $wanted != none && $now != none && $(key_arn "$wanted") == "$(key_arn "$now")" ]]; then return 0; fi
  if [[ $wanted == none ]]; then
    refuse "$name: is encrypted with $now, and declared to be not; aws kinesis stop-stream-encryption changes it"
  else
    encrypted+=("$name")
    tell set "$name: encryption with $wanted (now $now)"
  fi
}

# One key has several names; who may not look it up is taken at the written name.
key_arn() {
  AWS_PAGER='' aws kms describe-key --key-id "$1" --query KeyMetadata.Arn --output text --region "$region" 2>/dev/null ||
    printf '%s' "$1"
}

differs() {
  ((${#absent[@]} + ${#grown[@]} + ${#kept_longer[@]} + ${#kept_shorter[@]} + ${#encrypted[@]} > 0))
}

# ---- changes: a stream takes the next one only when it is active again

change() {
  call "$@"
  call wait stream-exists --stream-name "$3"
}

apply() {
  local name key
  for name in "${absent[@]}"; do
    if [[ -n ${shards_of[$name]} ]]; then
      change create-stream --stream-name "$name" --shard-count "${shards_of[$name]}"
    else
      change create-stream --stream-name "$name" --stream-mode-details StreamMode=ON_DEMAND
    fi
    if [[ -n ${retention_of[$name]} ]] && ((retention_of[$name] > 24)); then
      change increase-stream-retention-period --stream-name "$name" --retention-period-hours "${retention_of[$name]}"
    fi
    key=${key_of[$name]}
    if [[ -n $key && $key != none ]]; then encrypt "$name"; fi
  done
  for name in "${grown[@]}"; do
    split "$name"
  done
  for name in "${kept_longer[@]}"; do
    change increase-stream-retention-period --stream-name "$name" --retention-period-hours "${retention_of[$name]}"
  done
  for name in "${kept_shorter[@]}"; do
    change decrease-stream-retention-period --stream-name "$name" --retention-period-hours "${retention_of[$name]}"
  done
  for name in "${encrypted[@]}"; do
    encrypt "$name"
  done
}

encrypt() {
  change start-stream-encryption --stream-name "$1" --encryption-type KMS --key-id "${key_of[$1]}"
}

split() {
  local -i now=${shards_now[$1]} wanted=${shards_of[$1]}
  while ((now < wanted)); do
    now=$((now * 2 < wanted ? now * 2 : wanted))
    change update-shard-count --stream-name "$1" --target-shard-count "$now" --scaling-type UNIFORM_SCALING
  done
}

# The summary follows a change a moment later.
verify() {
  local -i attempt
  for ((attempt = 1; attempt <= 10; attempt += 1)); do
    read_streams
    compare quietly
    if ! differs; then return; fi
    sleep 1
  done
  compare
  fail 'the streams are not as declared after the changes; the lines above say where'
}

finish() {
  ((refused == 0)) || fail "this script does not change what the lines \"refuse\" show ($refused)" 3
  say ok "${#names[@]} streams are as declared"
}

# ---- the run

main() {
  plan='' allow_shard_increase=''
  while (($# > 0)); do
    case $1 in
      --plan) plan=yes ;;
      --allow-shard-increase) allow_shard_increase=yes ;;
      --help)
        usage
        exit 0
        ;;
      *) fail "unknown option $1; try --help" 64 ;;
    esac
    shift
  done
  command -v aws >/dev/null || fail 'aws is not on the PATH; install the AWS command line'
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  check_account
  declare_streams
  read_streams
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
