# Shared by the scripts of this folder: how one job is started, upgraded and stopped. It is sourced
# after yarn.bash.
# shellcheck shell=bash disable=SC2154

usage() {
  cat <<'END'
Usage: submit.sh [--upgrade | --stop | --status] [options]

Without an action it starts the job, unless it runs already, and waits until
all its tasks run.

  --upgrade                stop with a savepoint, then start from it
  --stop                   stop with a savepoint, which the next start takes
  --status                 show the application and its job
  --from-savepoint PATH    start from this savepoint or retained checkpoint
  --fresh                  start without state, though there may be some
  --jar FILE               run this jar
  --savepoint-folder URI   where --stop and --upgrade put the savepoint
  --app-id ID              the application, where several have the name
  --timeout SECONDS        how long to wait; 600 when not given
  --dry-run                print the commands, run none
  --help                   show this

Needs FLINK_HOME, the commands "yarn" and "curl", and HADOOP_CONF_DIR where the
script does not know it. Savepoints are remembered below STATE_FOLDER, which is
~/.local/state/nexgen when not set.
END
}

action=start
fresh=no
savepoint=''

read_call() {
  while (($# > 0)); do
    case $1 in
      --upgrade | --stop | --status)
        [[ $action == start ]] || wrong_call "--$action and $1 exclude each other"
        action=${1#--}
        ;;
      --from-savepoint)
        need_value "$@"
        savepoint=$2
        shift
        ;;
      --jar)
        need_value "$@"
        jar=$2
        shift
        ;;
      --savepoint-folder)
        need_value "$@"
        savepoint_folder=$2
        shift
        ;;
      --app-id)
        need_value "$@"
        application=$2
        shift
        ;;
      --timeout)
        need_value "$@"
        timeout=$2
        [[ $timeout =~ ^[1-9][0-9]{0,5}$ ]] || wrong_call "--timeout takes whole seconds"
        shift
        ;;
      --fresh) fresh=yes ;;
      --dry-run) dry_run=yes ;;
      --help | -h)
        usage
        exit 0
        ;;
      *) wrong_call "unknown: $1" ;;
    esac
    shift
  done
  [[ $fresh == no || -z $savepoint ]] || wrong_call '--fresh and --from-savepoint exclude each other'
  if [[ $action != start ]]; then
    [[ $fresh == no && -z $savepoint ]] || wrong_call "--$action takes neither --fresh nor --from-savepoint"
  fi
}

# ---- what is remembered between two calls

remember() {
  memory=${STATE_FOLDER:-${HOME:?}/.local/state/nexgen}/$memory_folder
  # The job that this script submitted last.
  known_job=''
  if [[ -s $memory/job ]]; then
    known_job=$(<"$memory/job")
  fi
}

need_application() {
  find_application
  if [[ -z $application ]]; then
    [[ $mode != session ]] || fail 'the session cluster does not run; session-cluster/session.sh starts it'
    fail 'does not run'
  fi
}

# ---- the actions

# Sets savepoint to what the start continues from.
choose_savepoint() {
  if [[ -n $savepoint || $fresh == yes ]]; then
    return
  elif [[ -s $memory/savepoint ]]; then
    savepoint=$(<"$memory/savepoint")
    say "$process: continues from $savepoint"
  elif [[ $keeps_state == yes && -e $memory/started ]]; then
    fail 'was started before, and no savepoint of it is left: name one, or a retained checkpoint, by --from-savepoint, or start it without state by --fresh'
  else
    savepoint=$first_savepoint
  fi
}

# Whatever could stop a submission is found before anything else is done.
check_inputs() {
  [[ $dry_run == no ]] || return 0
  [[ $jar == *://* || -r $jar ]] || fail "the jar $jar cannot be read"
  if [[ $mode != session ]]; then
    check_ship_files
    [[ $has_runtime_values == no ]] || prepare_runtime_values
  fi
}

submit() {
  call=("$flink" "${submit_command[@]}" -t "$target")
  if [[ $mode == session ]]; then
    call+=("-Dyarn.application.id=${application:-APPLICATION}")
  else
    add_request
  fi
  [[ -z $savepoint ]] || call+=(-s "$savepoint")
  [[ -z $main_class ]] || call+=(-c "$main_class")
  call+=("$jar")
  if ((${#arguments[@]} > 0)); then
    call+=("${arguments[@]}")
  fi
  if [[ $mode != session || $dry_run == yes ]]; then
    run "${call[@]}"
    return
  fi
  capture "${call[@]}"
  [[ $output =~ JobID\ ([0-9a-f]{32}) ]] || fail 'was submitted, and Flink named no job'
  known_job=${BASH_REMATCH[1]}
  mkdir -p -- "$memory"
  printf '%s\n' "$known_job" >"$memory/job"
}

# Fails where the job runs already.
refuse_second() {
  if [[ $mode == session ]]; then
    need_application
    look_at_job
    [[ -z $job_id ]] || fail "runs already, as the job $job_id of $application; --upgrade replaces it"
  else
    find_application
    [[ -z $application ]] || fail "runs already, as $application; --upgrade replaces it"
  fi
}

start() {
  [[ $dry_run == yes ]] || refuse_second
  choose_savepoint
  submit
  [[ $dry_run == no ]] || return 0
  if [[ " ${submit_command[*]} " == ' run ' && $mode == per-job ]]; then
    # The client stayed until the end of the job.
    say "$process: has finished"
  else
    find_application
    [[ -n $application ]] || fail 'was submitted, and YARN knows no such application: it ended at once, or this user cannot see it'
    wait_until_running
  fi
  mkdir -p -- "$memory"
  : >"$memory/started"
  rm -f -- "$memory/savepoint"
}

# Stops the job with a savepoint, which is remembered. Without checkpoints there is no state to keep.
stop() {
  call=("$flink" stop -t "$target" "-Dyarn.application.id=${application:-APPLICATION}")
  if [[ $keeps_state == no && -z $savepoint_folder ]]; then
    call[1]=cancel
  else
    [[ -n $savepoint_folder ]] || fail 'no folder for savepoints is known; name one by --savepoint-folder'
    call+=(--savepointPath "$savepoint_folder")
  fi
  if [[ $dry_run == yes ]]; then
    run "${call[@]}" JOB
    return
  fi
  look_at_job
  [[ -n $job_id ]] || fail "$application has no job that could be stopped"
  capture "${call[@]}" "$job_id" ||
    fail "$application was not stopped, or not wholly; look at it before anything else"
  if [[ ${call[1]} == stop ]]; then
    [[ $output =~ Savepoint\ completed\.\ Path:\ ([^[:space:]]+) ]] ||
      fail "$application said nothing of a savepoint; look at it before anything else"
    mkdir -p -- "$memory"
    printf '%s\n' "${BASH_REMATCH[1]}" >"$memory/savepoint"
    say "$process: the savepoint is ${BASH_REMATCH[1]}"
  fi
  if [[ $mode != session ]]; then
    wait_until_ended
    application=''
  fi
}

upgrade() {
  if [[ $dry_run == yes ]]; then
    stop
    [[ $keeps_state == no && -z $savepoint_folder ]] || savepoint=SAVEPOINT
    start
    return
  fi
  find_application
  if [[ $mode == session ]]; then
    need_application
    look_at_job
    [[ -z $job_id ]] || stop
  elif [[ -n $application ]]; then
    stop
  fi
  [[ $keeps_state == no || -s $memory/savepoint ]] ||
    fail 'does not run, and no savepoint of it is left; start it without --upgrade'
  start
}

show_status() {
  need_application
  yarn application -status "$application"
  "$flink" list -t "$target" "-Dyarn.application.id=$application"
}

main() {
  read_call "$@"
  remember
  prepare
  case $action in
    start)
      check_inputs
      start
      ;;
    upgrade)
      check_inputs
      upgrade
      ;;
    stop)
      [[ $dry_run == yes ]] || need_application
      stop
      ;;
    status) show_status ;;
  esac
}
