# Shared by the scripts of this folder: how one job is started, upgraded and stopped. It is sourced
# after yarn.bash.
# shellcheck shell=bash disable=SC2154

usage() {
  cat <<'END'
Usage: submit.sh [--upgrade | --deploy | --stop | --status] [options]

Without an action it starts the job, unless it runs already, and waits until
all its tasks run.

  --upgrade                stop with a savepoint, then start from it
  --deploy                 upgrade it if it runs, else start it; for pipelines
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
      --upgrade | --deploy | --stop | --status)
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
  # Its application, where each job has one.
  known_application=''
  if [[ -s $memory/application ]]; then
    known_application=$(<"$memory/application")
  fi
}

# Told with a refusal: the job may have gone on from it.
last_known() {
  [[ ! -s $memory/used-savepoint ]] || printf '\n%s' "The last savepoint that is known here: $(<"$memory/used-savepoint")"
}

# A start may be cut off at any moment after Flink has the job. So it is remembered before Flink is
# asked: the next start neither begins without state, nor takes the same savepoint again by itself.
record_start() {
  mkdir -p -- "$memory"
  was_started=no remembered=''
  [[ ! -e $memory/started ]] || was_started=yes
  [[ ! -s $memory/savepoint ]] || remembered=$(<"$memory/savepoint")
  if [[ -n $savepoint$remembered ]]; then
    printf '%s\n' "${savepoint:-$remembered}" >"$memory/used-savepoint"
  fi
  : >"$memory/started"
  rm -f -- "$memory/savepoint" "$memory/job" "$memory/application"
}

# Flink refused the job: nothing is used up.
take_back_start() {
  [[ -z $remembered ]] || printf '%s\n' "$remembered" >"$memory/savepoint"
  [[ -z $known_job ]] || printf '%s\n' "$known_job" >"$memory/job"
  [[ -z $known_application ]] || printf '%s\n' "$known_application" >"$memory/application"
  [[ $was_started == yes ]] || rm -f -- "$memory/started" "$memory/used-savepoint"
}

# A job that came to its end by itself begins anew. One that was being stopped ends the same way, and
# goes on from its savepoint.
note_finished() {
  [[ -e $memory/started && ! -e $memory/stopping && ! -s $memory/savepoint ]] || return 0
  say "$process: the last run came to its end; the next begins anew"
  : >"$memory/finished"
  rm -f -- "$memory/started" "$memory/used-savepoint"
}

# YARN remembers how an application ended.
look_at_last_run() {
  [[ -e $memory/started && -n $known_application ]] || return 0
  application=$known_application
  look_at_application || state=''
  application=''
  [[ $state/$final_state != FINISHED/SUCCEEDED ]] || note_finished
}

remember_application() {
  known_application=$application
  printf '%s\n' "$application" >"$memory/application"
  rm -f -- "$memory/stopping"
}

# Sets application to the one that was just submitted, if any; it may have ended already.
find_submitted() {
  local id
  find_application
  [[ -z $application ]] || return 0
  while IFS= read -r id; do
    [[ $'\n'$earlier_applications$'\n' == *$'\n'"$id"$'\n'* ]] || application=$id
  done <<<"$(application_ids ALL)"
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
    fail "was started before, and no savepoint of it is left: name one, or a retained checkpoint, by --from-savepoint, or start it without state by --fresh$(last_known)"
  elif [[ ! -e $memory/finished ]]; then
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
  local code=0
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
  if [[ $dry_run == yes ]]; then
    run "${call[@]}"
    return
  fi
  record_start
  if [[ $mode != session ]]; then
    "${call[@]}" || code=$?
    ((code == 0)) || not_submitted "$code"
    return
  fi
  capture "${call[@]}" || code=$?
  ((code == 0)) || not_submitted "$code"
  [[ $output =~ JobID\ ([0-9a-f]{32}) ]] || fail 'was submitted, and Flink named no job'
  known_job=${BASH_REMATCH[1]}
  printf '%s\n' "$known_job" >"$memory/job"
  rm -f -- "$memory/stopping"
}

# Whether Flink's client stays until the end of the job.
is_attached() {
  [[ " ${submit_command[*]} " == ' run ' && $mode == per-job ]]
}

# A client that was interrupted may have handed the job over before; one that stays, at any time.
not_submitted() {
  (($1 < 128)) || fail 'was interrupted while it was submitted: see --status'
  ! is_attached || fail 'failed, or was not submitted'
  if [[ $mode == session ]]; then
    look_at_job
    [[ -z $job_id ]] || fail "Flink's client failed, and yet the job $job_id runs"
  else
    find_submitted
    [[ -z $application ]] || fail "Flink's client failed, and yet YARN took $application: see how it ended before anything else"
  fi
  take_back_start
  fail 'was not submitted'
}

# Fails where the job runs already.
refuse_second() {
  if [[ $mode == session ]]; then
    need_application
    look_at_job
    [[ -z $job_id ]] || fail "runs already, as the job $job_id of $application; --upgrade replaces it"
    [[ $job_end != FINISHED ]] || note_finished
  else
    find_application
    [[ -z $application ]] || fail "runs already, as $application; --upgrade replaces it"
    earlier_applications=$(application_ids ALL)
    look_at_last_run
  fi
}

start() {
  [[ $dry_run == yes ]] || refuse_second
  choose_savepoint
  submit
  [[ $dry_run == no ]] || return 0
  if is_attached; then
    say "$process: has finished"
    rm -f -- "$memory/stopping"
    note_finished
    return
  fi
  if [[ $mode != session ]]; then
    find_submitted
    [[ -n $application ]] || fail 'was submitted, and YARN knows no such application: this user may not see it'
    remember_application
  fi
  wait_until_running
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
  mkdir -p -- "$memory"
  : >"$memory/stopping"
  capture "${call[@]}" "$job_id" ||
    fail "$application was not stopped, or not wholly; look at it before anything else"
  if [[ ${call[1]} == stop ]]; then
    [[ $output =~ Savepoint\ completed\.\ Path:\ ([^[:space:]]+) ]] ||
      fail "$application said nothing of a savepoint; look at it before anything else"
    printf '%s\n' "${BASH_REMATCH[1]}" >"$memory/savepoint"
    rm -f -- "$memory/stopping"
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

# What runs is upgraded; what does not is started, or refused, as by hand.
deploy() {
  if [[ $dry_run == yes ]]; then
    start
    return
  fi
  find_application
  job_id=''
  if [[ $mode == session ]]; then
    need_application
    look_at_job
  fi
  if [[ -n $job_id || ($mode != session && -n $application) ]]; then
    upgrade
  else
    start
  fi
}

show_status() {
  find_application
  if [[ -z $application && $mode != session && -n $known_application ]]; then
    yarn application -status "$known_application"
    look_at_last_run
    fail 'does not run'
  fi
  need_application
  if [[ $mode == session ]]; then
    look_at_job
    [[ -n $job_id || $job_end != FINISHED ]] || note_finished
  fi
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
    deploy)
      check_inputs
      deploy
      ;;
    stop)
      [[ $dry_run == yes ]] || need_application
      stop
      ;;
    status) show_status ;;
  esac
}
