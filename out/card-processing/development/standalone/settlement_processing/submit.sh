#!/usr/bin/env bash
# Runs the process settlement_processing of the environment development on its cluster, with Flink 1.20.
# How it is called: --help. What Flink is told: conf/flink-conf.yaml. How it works: ../script-library.
#
# Values stand in single quotes, so that none of them is expanded; the library uses them.
# shellcheck disable=SC2016,SC2034
set -euo pipefail
umask 077

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

process='settlement_processing'
flink_line='1.20'
configuration_file='flink-conf.yaml'
rest_address='localhost:8081'

# Savepoints: where they go, and the one that a first start continues from.
savepoint_folder='file:///tmp/card-processing/checkpoints/settlement/savepoints/settlement_processing'
first_savepoint=''
# Whether a start without a savepoint could lose something.
keeps_state=yes
memory_folder='development/settlement_processing'

# The job.
jar="${PROJECT_FOLDER:-$here/..}"/'jars/card-processing.jar'
main_class='com.example.cards.SettlementProcessing'
arguments=()

# shellcheck source=/dev/null
. "$here/../script-library/job.bash"
main "$@"
