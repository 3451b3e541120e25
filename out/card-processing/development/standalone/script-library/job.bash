# Shared by the scripts of this folder: how one job is started, upgraded and stopped on the cluster. It
# is sourced, and finds the facts of the process in variables.
# shellcheck shell=bash disable=SC2154

usage() {
  cat <<'END'
Usage: submit.sh [--upgrade | --deploy | --stop | --status] [options]

Without an action it starts the job, unless it runs already, and waits until
all its tasks run.

  --upgrade                stop with a savepoint, then start from it
  --deploy                 upgrade it if it runs, else start it; for pipelines
  --stop                   stop with a savepoint, which the next start takes
  --status                 show the job
  --from-savepoint PATH    start from this savepoint or retained checkpoint
  --fresh                  start without state, though there may be some
  --jar FILE               run this jar
  --savepoint-folder URI   where --stop and --upgrade put the savepoint
  --timeout SECONDS        how long to wait; 600 when not given
  --dry-run                print the commands, run none
  --help                   show this

Needs FLINK_HOME and the command "curl". Savepoints are remembered below
STATE_FOLDER, which is ~/.local/state/nexgen when not set.
END
}

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "$process: $*"
  exit 1
}

wrong_call() {
  say "$process: $*"
  usage >&2
  exit 2
}

# Run at the end of the option that needs it: "$@" begins with the option.
need_value() {
  (($# > 1)) || wrong_call "$1 needs a value"
}

run() {
  if [[ $dry_run == yes ]]; then
    printf '%q ' "$@"
    printf '\n'
  else
    "$@"
  fi
}

# Runs a command, shows what it prints, and keeps that in output.
capture() {
  local code=0
  output=$("$@") || code=$?
  say "$output"
  return "$code"
}

# ---- the call

action=start
dry_run=no
timeout=600
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

# ---- what the commands need

work=''

clean_up() {
  [[ -z $work ]] || rm -rf -- "$work"
}
trap clean_up EXIT

prepare() {
  memory=${STATE_FOLDER:-${HOME:?}/.local/state/nexgen}/$memory_folder
  # The job that this script submitted last.
  known_job=''
  if [[ -s $memory/job ]]; then
    known_job=$(<"$memory/job")
  fi
  if [[ $dry_run == yes ]]; then
    flink=${FLINK_HOME:-\$FLINK_HOME}/bin/flink
    return
  fi
  flink=${FLINK_HOME:?is the folder of Flink $flink_line}/bin/flink
  [[ -x $flink ]] || fail "FLINK_HOME: there is no program $flink"
  work=$(mktemp -d)
  mkdir -- "$work/conf"
  find "$FLINK_HOME/conf" -maxdepth 1 -type f -name 'log*' -exec cp -- {} "$work/conf/" \;
  cp -- "$here/conf/$configuration_file" "$work/conf/"
  export FLINK_CONF_DIR=$work/conf
  check_version
}

check_version() {
  local version
  version=$("$flink" --version)
  if [[ ! $version =~ Version:\ ([0-9]+\.[0-9]+) ]]; then
    say "$process: cannot tell the version of $flink; this script is for Flink $flink_line"
  elif [[ ${BASH_REMATCH[1]} != "$flink_line" ]]; then
    fail "$flink is Flink ${BASH_REMATCH[1]}, this script is for $flink_line"
  fi
}

# ---- the job

# Sets job_id and job_state of the job, empty when none runs, and job_end: how an earlier one ended.
# The cluster runs other jobs, too: ours is known by its id or its name.
look_at_job() {
  local listing line
  job_id='' job_state='' job_end=''
  listing=$("$flink" list -a -t remote) || fail "the cluster at $rest_address does not answer"
  while IFS= read -r line; do
    [[ $line =~ \ :\ ([0-9a-f]{32})\ :\ (.*)\ \(([A-Z]+)\) ]] || continue
    if [[ ${BASH_REMATCH[1]} != "$known_job" ]]; then
      [[ ${BASH_REMATCH[2]} == "$process" && ${BASH_REMATCH[3]} != @(FINISHED|FAILED|CANCELED) ]] || continue
    fi
    case ${BASH_REMATCH[3]} in
      FINISHED | FAILED | CANCELED) job_end=${BASH_REMATCH[3]} ;;
      *)
        [[ -z $job_id ]] || fail 'several such jobs run; stop them by hand'
        job_id=${BASH_REMATCH[1]}
        job_state=${BASH_REMATCH[3]}
        ;;
    esac
  done <<<"$listing"
}

# Whether all tasks of the job run: a job counts as running long before it has its slots.
all_tasks_run() {
  local overview total running
  [[ $job_state == RUNNING ]] || return 1
  command -v curl >/dev/null || return 0
  overview=$(curl --silent --fail --max-time 10 "http://$rest_address/jobs/overview") || return 1
  overview=${overview#*\"jid\":\""$job_id"\"}
  [[ $overview =~ \"total\":([0-9]+) ]] || return 1
  total=${BASH_REMATCH[1]}
  [[ $overview =~ \"running\":([0-9]+) ]] || return 1
  running=${BASH_REMATCH[1]}
  ((total > 0 && running == total))
}

# A job that was accepted may die two seconds later: only running tasks prove a start.
wait_until_running() {
  local deadline=$((SECONDS + timeout)) steady=0
  while ((SECONDS < deadline)); do
    look_at_job
    if [[ -z $job_id ]]; then
      case $job_end in
        FINISHED)
          say "$process: the job has finished"
          note_finished
          return
          ;;
        FAILED | CANCELED) fail "the job ended as $job_end; its logs are on the hosts" ;;
      esac
    fi
    if all_tasks_run; then
      steady=$((steady + 1))
      if ((steady > 1)); then
        say "$process: runs as the job $job_id"
        return
      fi
    else
      steady=0
    fi
    sleep 5
  done
  fail "the job does not run all its tasks after $timeout s; it is left as it is"
}

# ---- what is remembered between two calls

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
  rm -f -- "$memory/savepoint" "$memory/job"
}

# Flink refused the job: nothing is used up.
take_back_start() {
  [[ -z $remembered ]] || printf '%s\n' "$remembered" >"$memory/savepoint"
  [[ -z $known_job ]] || printf '%s\n' "$known_job" >"$memory/job"
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
  [[ $dry_run == yes || -r $jar ]] || fail "the jar $jar cannot be read"
}

submit() {
  local code=0
  call=("$flink" run -d -t remote)
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
  capture "${call[@]}" || code=$?
  ((code == 0)) || not_submitted "$code"
  [[ $output =~ JobID\ ([0-9a-f]{32}) ]] || fail 'was submitted, and Flink named no job'
  known_job=${BASH_REMATCH[1]}
  printf '%s\n' "$known_job" >"$memory/job"
  rm -f -- "$memory/stopping"
}

# A client that was interrupted may have handed the job over before.
not_submitted() {
  (($1 < 128)) || fail 'was interrupted while it was submitted: see --status'
  look_at_job
  [[ -z $job_id ]] || fail "Flink's client failed, and yet the job $job_id runs"
  take_back_start
  fail 'was not submitted'
}

start() {
  if [[ $dry_run == no ]]; then
    look_at_job
    [[ -z $job_id ]] || fail "runs already, as the job $job_id; --upgrade replaces it"
    [[ $job_end != FINISHED ]] || note_finished
  fi
  choose_savepoint
  submit
  [[ $dry_run == no ]] || return 0
  wait_until_running
}

# Stops the job with a savepoint, which is remembered. Without checkpoints there is no state to keep.
stop() {
  call=("$flink" stop -t remote)
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
  [[ -n $job_id ]] || fail 'does not run'
  mkdir -p -- "$memory"
  : >"$memory/stopping"
  capture "${call[@]}" "$job_id" ||
    fail "the job $job_id was not stopped, or not wholly; look at it before anything else"
  if [[ ${call[1]} == stop ]]; then
    [[ $output =~ Savepoint\ completed\.\ Path:\ ([^[:space:]]+) ]] ||
      fail "Flink said nothing of a savepoint; look at it before anything else"
    printf '%s\n' "${BASH_REMATCH[1]}" >"$memory/savepoint"
    rm -f -- "$memory/stopping"
    say "$process: the savepoint is ${BASH_REMATCH[1]}"
  fi
}

upgrade() {
  if [[ $dry_run == yes ]]; then
    stop
    [[ $keeps_state == no && -z $savepoint_folder ]] || savepoint=SAVEPOINT
    start
    return
  fi
  look_at_job
  [[ -z $job_id ]] || stop
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
  look_at_job
  if [[ -n $job_id ]]; then
    upgrade
  else
    start
  fi
}

show_status() {
  if [[ $dry_run == yes ]]; then
    run "$flink" list -a -t remote
    return
  fi
  "$flink" list -a -t remote
  look_at_job
  [[ -n $job_id || $job_end != FINISHED ]] || note_finished
}

main() {
  read_call "$@"
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
    stop) stop ;;
    status) show_status ;;
  esac
}
