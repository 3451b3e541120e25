#!/usr/bin/env bash
# Starts and stops the Flink cluster of the environment development on its hosts, with Flink 1.20.
# How it is called: --help. What Flink is told: hosts/<host>.
#
# Words in single quotes are for the shells of the hosts.
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

manager='localhost'
hosts=(
  'localhost'
)
configuration_file='flink-conf.yaml'
rest_address='localhost:8081'
# Where Flink notes its processes on every host.
pid_folder='/tmp'
# Where the configuration wants their logs, if not with Flink: they do not start without the folder.
log_folder=''
task_managers=5

usage() {
  cat <<'END'
Usage: cluster.sh [--stop | --restart | --status] [options]

Without an action it copies the configuration to every host, starts the job
manager and the task managers, unless the cluster runs already, and waits
until all task managers are registered.

  --stop             stop the cluster: jobs without a savepoint lose their state
  --restart          stop it, copy the configuration, and start it
  --status           show the task managers
  --copy             copy the configuration, and start nothing
  --timeout SECONDS  how long to wait; 120 when not given
  --dry-run          print the commands, run none
  --help             show this

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
timeout=120

while (($# > 0)); do
  case $1 in
    --stop | --restart | --status | --copy)
      [[ $action == start ]] || fail "--$action and $1 exclude each other"
      action=${1#--}
      ;;
    --timeout)
      [[ ${2-} =~ ^[1-9][0-9]{0,5}$ ]] || fail "--timeout takes whole seconds"
      timeout=$2
      shift
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

# For a shell with the folder of the process ids: ends with 3 where a job or task manager runs.
find_process='cat "$1"/flink-*-standalonesession.pid "$1"/flink-*-taskexecutor.pid 2>/dev/null | while read -r id; do if kill -0 "$id" 2>/dev/null; then exit 3; fi; done'

# A second start would leave the first job manager, and add task managers on every host.
refuse_second() {
  local host code
  [[ $dry_run == no ]] || return 0
  if curl --silent --fail --max-time 10 "http://$rest_address/overview" >/dev/null 2>&1; then
    fail "the cluster runs already, at $rest_address; --restart stops it first"
  fi
  for host in "${hosts[@]}"; do
    code=0
    on_host "$host" sh -c "$find_process" sh "$pid_folder" || code=$?
    ((code != 3)) || fail "Flink runs already on $host; --restart or --stop stops it"
    ((code == 0)) || fail "cannot tell whether Flink runs on $host"
  done
}

# For a shell with the folder of the configuration, and the file that Flink could read instead of ours.
take_arrived='cd -- "$1" && mv -f -- nexgen-arrived/* . && rmdir -- nexgen-arrived && rm -f -- "$2"'

# A host keeps its configuration until all hosts have all of the new one.
copy() {
  local host arrived=$flink_home/conf/nexgen-arrived other=config.yaml
  [[ $configuration_file != config.yaml ]] || other=flink-conf.yaml
  for host in "${hosts[@]}"; do
    on_host "$host" rm -rf -- "$arrived"
    on_host "$host" mkdir -- "$arrived"
    if is_local "$host"; then
      run cp -- "$here/hosts/$host/"* "$arrived/"
    else
      run scp -q -o BatchMode=yes "$here/hosts/$host/"* "$host:$(printf '%q' "$arrived/")"
    fi
  done
  for host in "${hosts[@]}"; do
    on_host "$host" sh -c "$take_arrived" sh "$flink_home/conf" "$other"
  done
}

start() {
  local host
  if [[ -n $log_folder ]]; then
    for host in "${hosts[@]}"; do
      on_host "$host" mkdir -p -- "$log_folder"
    done
  fi
  on_host "$manager" "$flink_home/bin/start-cluster.sh"
  [[ $dry_run == yes ]] || wait_until_complete
}

# Flink's script does not look at what it started: only registered task managers prove a start.
wait_until_complete() {
  local deadline=$((SECONDS + timeout)) overview registered=0
  while ((SECONDS < deadline)); do
    overview=$(curl --silent --fail --max-time 10 "http://$rest_address/overview") || overview=''
    if [[ $overview =~ \"taskmanagers\":([0-9]+) ]]; then
      registered=${BASH_REMATCH[1]}
      if ((registered >= task_managers)); then
        printf '%s\n' "The cluster runs at $rest_address, with $registered task managers."
        return
      fi
    fi
    sleep 2
  done
  fail "after $timeout s, $registered of $task_managers task managers are registered at $rest_address; see the logs of Flink on the hosts"
}

if [[ $dry_run == yes ]]; then
  flink_home=${FLINK_HOME:-\$FLINK_HOME}
else
  flink_home=${FLINK_HOME:?is the folder of Flink on every host}
fi
[[ -f $here/hosts/$manager/$configuration_file ]] || fail "there is no $here/hosts/$manager/$configuration_file"

case $action in
  start)
    refuse_second
    copy
    start
    ;;
  stop) on_host "$manager" "$flink_home/bin/stop-cluster.sh" ;;
  restart)
    on_host "$manager" "$flink_home/bin/stop-cluster.sh"
    copy
    start
    ;;
  copy) copy ;;
  status) run curl --silent --show-error --fail "http://$rest_address/taskmanagers" ;;
esac
