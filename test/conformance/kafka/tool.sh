#!/usr/bin/env bash
# Stands for kafka-topics.sh, kafka-configs.sh and kafka-acls.sh, whose name it is called by: the real
# classes, with the brokers of the test in the place of those that the script names. Notes its arguments.
set -euo pipefail

name=${0##*/}
{
  printf '%s' "$name"
  printf ' %q' "$@"
  printf '\n'
} >>"$TOOL_LOG"

case $name in
  kafka-topics.sh) class=$TOPIC_COMMAND ;;
  kafka-configs.sh) class=kafka.admin.ConfigCommand ;;
  kafka-acls.sh) class=$ACL_COMMAND ;;
esac

arguments=("$@")
brokers=$PLAIN_BROKERS
for ((index = 0; index < $#; index += 1)); do
  if [[ ${arguments[index]} == --command-config ]] && grep -q '^security.protocol=SASL_SSL' "${arguments[index + 1]}"; then
    brokers=$TLS_BROKERS
  fi
done
for ((index = 0; index < $#; index += 1)); do
  if [[ ${arguments[index]} == --bootstrap-server ]]; then arguments[index + 1]=$brokers; fi
done

exec java -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=error \
  -XX:SharedArchiveFile="${TOOL_ARCHIVE:-none}" -Xlog:disable \
  "-Djavax.net.ssl.trustStore=$TRUST_STORE" "-Djavax.net.ssl.trustStorePassword=$TRUST_STORE_PASSWORD" \
  -cp "$TOOL_CLASS_PATH" "$class" "${arguments[@]}"
