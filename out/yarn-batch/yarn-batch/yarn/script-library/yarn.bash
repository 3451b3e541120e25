# Shared by the scripts of this folder: what Flink's client needs, and the application as YARN and
# Flink see it. It is sourced, and finds the facts of the process in variables.
# shellcheck shell=bash disable=SC2154

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

# ---- what the commands need

dry_run=no
application=''
timeout=600
work=''
target=yarn-$mode

clean_up() {
  [[ -z $work ]] || rm -rf -- "$work"
}
trap clean_up EXIT

prepare() {
  if [[ $dry_run == yes ]]; then
    flink_home=${FLINK_HOME:-\$FLINK_HOME}
    flink=$flink_home/bin/flink
    return
  fi
  flink_home=${FLINK_HOME:?is the folder of Flink $flink_line}
  export HADOOP_CONF_DIR=${HADOOP_CONF_DIR:-$hadoop_configuration}
  : "${HADOOP_CONF_DIR:?is the folder with yarn-site.xml}"
  flink=$flink_home/bin/flink
  [[ -x $flink ]] || fail "FLINK_HOME: there is no program $flink"
  [[ -d $HADOOP_CONF_DIR ]] || fail "HADOOP_CONF_DIR: there is no folder $HADOOP_CONF_DIR"
  command -v yarn >/dev/null || fail 'the command "yarn" is not on the PATH'
  if [[ -z ${HADOOP_CLASSPATH:-} ]]; then
    HADOOP_CLASSPATH=$(hadoop classpath)
  fi
  export HADOOP_CLASSPATH
  work=$(mktemp -d)
  prepare_configuration
  check_version
  [[ -z $keytab ]] || log_in
}

# Flink reads one folder: the file of this process beside the log settings of the installation.
prepare_configuration() {
  mkdir -- "$work/conf"
  find "$flink_home/conf" -maxdepth 1 -type f -name 'log*' -exec cp -- {} "$work/conf/" \;
  cp -- "$here/conf/$configuration_file" "$work/conf/"
  export FLINK_CONF_DIR=$work/conf
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

# YARN's own command logs in by a ticket, Flink by the key file.
log_in() {
  [[ -r $keytab ]] || fail "the key file $keytab cannot be read"
  if command -v kinit >/dev/null; then
    export KRB5CCNAME=FILE:$work/ticket
    kinit -k -t "$keytab" "$principal"
  else
    say "$process: there is no kinit: the ticket of the caller is used"
  fi
}

# ---- the application

# The ids of this process's applications that are in one of the states, one a line.
application_ids() {
  local listing id name
  listing=$(yarn application -list -appStates "$1" -appTags "$application_tag")
  # The columns are padded with blanks, which no name begins with.
  while IFS=$'\t' read -r id name _; do
    if [[ $id =~ (application_[0-9]+_[0-9]+) ]]; then
      id=${BASH_REMATCH[1]}
      [[ $name =~ ^\ *(.*)$ && ${BASH_REMATCH[1]} == "$application_name" ]] && printf '%s\n' "$id"
    fi
  done <<<"$listing"
  return 0
}

# Sets application: to its id, or to nothing when there is none.
find_application() {
  local ids
  [[ -z $application ]] || return 0
  ids=$(application_ids NEW,NEW_SAVING,SUBMITTED,ACCEPTED,RUNNING)
  [[ $ids != *$'\n'* ]] || fail "several applications have the name and the tag; choose by --app-id:"$'\n'"$ids"
  application=$ids
}

# Sets state, final_state, manager_address and diagnosis of the application.
look_at_application() {
  local report line host='' port=''
  state='' final_state='' manager_address='' diagnosis=''
  report=$(yarn application -status "$application")
  while IFS= read -r line; do
    case $line in
      $'\tState : '*) state=${line#*: } ;;
      $'\tFinal-State : '*) final_state=${line#*: } ;;
      $'\tAM Host : '*) host=${line#*: } ;;
      $'\tRPC Port : '*) port=${line#*: } ;;
      $'\tDiagnostics : '*) diagnosis=${line#*: } ;;
    esac
  done <<<"$report"
  if [[ $host =~ ^[A-Za-z0-9.:-]+$ && $port =~ ^[1-9][0-9]*$ ]]; then
    manager_address=$host:$port
  fi
}

# Sets job_id and job_state of the job, empty when none runs, and job_end: how an earlier one ended.
# In a session, where other jobs run too, the job is known by its id or its name.
look_at_job() {
  local listing line
  job_id='' job_state='' job_end=''
  listing=$("$flink" list -a -t "$target" "-Dyarn.application.id=$application") || return 0
  while IFS= read -r line; do
    [[ $line =~ \ :\ ([0-9a-f]{32})\ :\ (.*)\ \(([A-Z]+)\) ]] || continue
    if [[ $mode == session && ${BASH_REMATCH[1]} != "$known_job" ]]; then
      [[ ${BASH_REMATCH[2]} == "$process" && ${BASH_REMATCH[3]} != @(FINISHED|FAILED|CANCELED) ]] || continue
    fi
    case ${BASH_REMATCH[3]} in
      FINISHED | FAILED | CANCELED) job_end=${BASH_REMATCH[3]} ;;
      *)
        [[ -z $job_id ]] || fail "$application runs several such jobs; stop them by hand"
        job_id=${BASH_REMATCH[1]}
        job_state=${BASH_REMATCH[3]}
        ;;
    esac
  done <<<"$listing"
}

# Whether all tasks of the job run: a job counts as running long before its containers are there.
all_tasks_run() {
  local overview total running
  [[ $job_state == RUNNING ]] || return 1
  command -v curl >/dev/null && [[ -n $manager_address ]] || return 0
  overview=$(curl --silent --fail --max-time 10 "http://$manager_address/jobs/overview") || return 1
  overview=${overview#*\"jid\":\""$job_id"\"}
  [[ $overview =~ \"total\":([0-9]+) ]] || return 1
  total=${BASH_REMATCH[1]}
  [[ $overview =~ \"running\":([0-9]+) ]] || return 1
  running=${BASH_REMATCH[1]}
  ((total > 0 && running == total))
}

# An application that was accepted may die two seconds later: only running tasks prove a start.
wait_until_running() {
  local deadline=$((SECONDS + timeout)) steady=0
  while ((SECONDS < deadline)); do
    look_at_application
    case $state/$final_state in
      FINISHED/SUCCEEDED)
        say "$process: $application has finished"
        note_finished
        return
        ;;
      FINISHED/* | FAILED/* | KILLED/*)
        fail "$application ended as $final_state: $diagnosis"$'\n'"Its logs: yarn logs -applicationId $application"
        ;;
    esac
    look_at_job
    if [[ -z $job_id ]]; then
      case $job_end in
        FINISHED)
          say "$process: the job has finished"
          note_finished
          return
          ;;
        FAILED | CANCELED) fail "the job ended as $job_end; its logs: yarn logs -applicationId $application" ;;
      esac
    fi
    if all_tasks_run; then
      steady=$((steady + 1))
      if ((steady > 1)); then
        say "$process: runs as $application"
        return
      fi
    else
      steady=0
    fi
    sleep 5
  done
  fail "$application does not run all its tasks after $timeout s; it is left as it is"
}

wait_until_ended() {
  local deadline=$((SECONDS + timeout))
  while ((SECONDS < deadline)); do
    look_at_application
    case $state in
      FINISHED | FAILED | KILLED) return ;;
    esac
    sleep 2
  done
  fail "$application has not ended after $timeout s"
}

# ---- values that only the job may see

# They are sent as files that the user of the job alone can read, and never stand on a command line.
runtime_folder=nexgen-runtime
secrets_folder=${NEXGEN_SECRETS_FOLDER:-/mnt/secrets}

# The containers read the job's environment before they start Java.
launch_command='. ./nexgen-runtime/environment && exec %java% %jvmmem% %jvmopts% %logging% %class% %args% %redirects%'

prepare_runtime_values() {
  runtime_folder=$work/nexgen-runtime
  mkdir -- "$runtime_folder"
  # shellcheck disable=SC2016 # the folder of the container
  printf 'export NEXGEN_SECRETS_FOLDER="$PWD/nexgen-runtime/secrets"\n' >"$runtime_folder/environment"
  collect_runtime_values
}

add_variable() {
  printf 'export %s=%q\n' "$1" "$2" >>"$runtime_folder/environment"
}

add_variable_from_secret() {
  local value
  [[ -r $secrets_folder/$2 ]] || fail "the secret $secrets_folder/$2 cannot be read; NEXGEN_SECRETS_FOLDER names its folder"
  value=$(<"$secrets_folder/$2")
  add_variable "$1" "$value"
}

add_secret() {
  local file=$secrets_folder/$1/$2
  if [[ ! -r $file ]]; then
    [[ $3 == optional ]] || fail "the secret $file cannot be read; NEXGEN_SECRETS_FOLDER names its folder"
    return
  fi
  mkdir -p -- "$runtime_folder/secrets/$1"
  cp -- "$file" "$runtime_folder/secrets/$1/$2"
}

# ---- what is sent to every container

check_ship_files() {
  local file
  ((${#ship_files[@]} > 0)) || return 0
  for file in "${ship_files[@]}"; do
    [[ $file == *://* || -e $file ]] || fail "the ship file $file does not exist"
    [[ $file != *[\;\'\"]* ]] || fail "the ship file $file has a name that Flink cannot take"
  done
}

# Adds to call: what YARN is asked for, and what it sends along.
add_request() {
  local file list=''
  call+=("${submission[@]}")
  if [[ $has_runtime_values == yes ]]; then
    list=$runtime_folder
    call+=("-Dyarn.container-start-command-template=$launch_command")
  fi
  if ((${#ship_files[@]} > 0)); then
    for file in "${ship_files[@]}"; do
      list+=${list:+;}$file
    done
  fi
  if [[ -n $list ]]; then
    call+=("-Dyarn.ship-files=$list")
  fi
}
