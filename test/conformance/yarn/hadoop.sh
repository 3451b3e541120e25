#!/usr/bin/env bash
# Hadoop's command line as a distribution has it, linked as `yarn` and `hadoop`: the same classes behind
# the same words. Its jars are in CLIENT_CLASS_PATH.
set -euo pipefail

java=(
  java
  -Xmx256m
  -XX:+UseSerialGC
  -XX:TieredStopAtLevel=1
  -cp "$HADOOP_CONF_DIR:$CLIENT_CLASS_PATH"
)
case ${0##*/}/$1 in
  yarn/application) exec "${java[@]}" org.apache.hadoop.yarn.client.cli.ApplicationCLI "$@" ;;
  hadoop/classpath) printf '%s\n' "$CLIENT_CLASS_PATH" ;;
  hadoop/fs) exec "${java[@]}" org.apache.hadoop.fs.FsShell "${@:2}" ;;
  *)
    printf 'no such command: %s\n' "${0##*/} $*" >&2
    exit 1
    ;;
esac
