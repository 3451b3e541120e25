#!/usr/bin/env bash
# Starts and stops the Flink cluster of the environment development on its hosts, with Flink 1.20.
# How it is called: --help. What Flink is told: hosts/<host>.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

manager='localhost'
hosts=(
  'localhost'
)
configuration_file='flink-conf.yaml'
rest_address='localhost:8081'

usage() {
  cat <<'END'
Usage: cluster.sh [--stop | --restart | --status] [options]

Without an action it copies the configuration to every host, and starts the
job manager and the task managers.

  --stop          stop the cluster: jobs without a savepoint lose their state
  --restart       stop it, copy the configuration, and start it
  --status        show the task managers
  --copy          copy the configuration, and start nothing
  --dry-run       print the commands, run none
  --help          show this

Needs FLINK_HOME, the same folder on every host, and a login by ssh without a
password from here to all hosts, and from the job manager's host to the others.
END
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

action=start
dry_run=no

while (($# > 0)); do
  case $1 in
    --stop | --restart | --status | --copy)
      [[ $action == start ]] || fail "--$action and $1 exclude each other"
      action=${1#--}
      ;;
    --dry-run) dry_run=yes ;;
    --help | -h)
      usage
      exit 0
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
  shift
done

run() {
  if [[ $dry_run == yes ]]; then
    printf '%q ' "$@"
    printf '\n'
  else
    "$@"
  fi
}

is_local() {
  [[ $1 == localhost || $1 == 127.0.0.1 || $1 == "$(uname -n)" ]]
}

# Runs a command on a host; its words arrive as they are.
on_host() {
  local host=$1
  shift
  if is_local "$host"; then
    run "$@"
  else
    run ssh -o BatchMode=yes "$host" "$(printf '%q ' "$@")"
  fi
}

copy() {
  local host
  for host in "${hosts[@]}"; do
    # Flink reads one of the two, and an old one would win.
    on_host "$host" rm -f -- "$flink_home/conf/flink-conf.yaml" "$flink_home/conf/config.yaml"
    if is_local "$host"; then
      run cp -- "$here/hosts/$host/"* "$flink_home/conf/"
    else
      run scp -q -o BatchMode=yes "$here/hosts/$host/"* "$host:$(printf '%q' "$flink_home/conf/")"
    fi
  done
}

if [[ $dry_run == yes ]]; then
  flink_home=${FLINK_HOME:-\$FLINK_HOME}
else
  flink_home=${FLINK_HOME:?is the folder of Flink on every host}
fi
[[ -f $here/hosts/$manager/$configuration_file ]] || fail "there is no $here/hosts/$manager/$configuration_file"

case $action in
  start)
    copy
    on_host "$manager" "$flink_home/bin/start-cluster.sh"
    ;;
  stop) on_host "$manager" "$flink_home/bin/stop-cluster.sh" ;;
  restart)
    on_host "$manager" "$flink_home/bin/stop-cluster.sh"
    copy
    on_host "$manager" "$flink_home/bin/start-cluster.sh"
    ;;
  copy) copy ;;
  status) run curl --silent --show-error --fail "http://$rest_address/taskmanagers" ;;
esac
