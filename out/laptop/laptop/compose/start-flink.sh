#!/usr/bin/env bash
# Entry point of Flink's containers: puts the configuration where the image may change it, then hands
# over to the entry point of the image.
set -euo pipefail

# Flink reads one of the two, and an old file would win.
rm -f /opt/flink/conf/flink-conf.yaml /opt/flink/conf/config.yaml
cp /etc/nexgen/'flink-conf.yaml' /opt/flink/conf/'flink-conf.yaml'

# Volumes begin as folders of root; Flink runs as another user. Folders are parted by colons.
folders=${STATE_FOLDERS:-}
while [[ -n $folders ]]; do
  folder=${folders%%:*}
  folders=${folders#"$folder"}
  folders=${folders#:}
  mkdir -p -- "$folder"
  if [[ $(id -u) == 0 ]]; then
    chown flink:flink -- "$folder"
  fi
done
if [[ $(id -u) == 0 ]]; then
  chown flink:flink -- /opt/flink/conf/'flink-conf.yaml'
fi

# NAME=/path: variables that clients read, whose values are in files; parted by colons.
variables=${VARIABLES_FROM_FILES:-}
while [[ -n $variables ]]; do
  variable=${variables%%:*}
  variables=${variables#"$variable"}
  variables=${variables#:}
  value=$(<"${variable#*=}")
  export "${variable%%=*}=$value"
done

exec /docker-entrypoint.sh "$@"
