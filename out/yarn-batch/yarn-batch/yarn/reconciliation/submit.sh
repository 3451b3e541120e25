#!/usr/bin/env bash
# Runs the process reconciliation of the environment yarn-batch on YARN, with Flink 1.20.
# Application mode: a cluster of its own, the main method inside.
# How it is called: --help. What Flink is told: conf/flink-conf.yaml. How it works: ../script-library.
#
# Values stand in single quotes, so that none of them is expanded; the library uses them.
# shellcheck disable=SC2016,SC2034
set -euo pipefail
umask 077

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

process='reconciliation'
mode=application
flink_line='1.20'
configuration_file='flink-conf.yaml'

# By these two the application is found again.
application_name='reconciliation'
application_tag='nexgen:yarn-batch:reconciliation'

# Savepoints: where they go, and the one that a first start continues from.
savepoint_folder='hdfs://namenode.example.com:8020/flink/savepoints'
first_savepoint=''
# Whether a start without a savepoint could lose something.
keeps_state=yes
memory_folder='yarn-batch/reconciliation'

# Used where HADOOP_CONF_DIR is not set.
hadoop_configuration='/etc/hadoop/conf'
# Kerberos.
principal='settlement@EXAMPLE.COM'
keytab='/etc/security/keytabs/settlement.keytab'

# The job.
jar='hdfs:///flink/jobs/reconciliation-1.3.0.jar'
main_class='com.example.finance.Reconciliation'
arguments=()

# Flink's client: its command, and what YARN is asked for.
submit_command=(run-application)
submission=(
  '-Djobmanager.memory.process.size=2048m'
  '-Dtaskmanager.memory.process.size=16384m'
  '-Dtaskmanager.numberOfTaskSlots=4'
  '-Dyarn.application-attempts=2'
  '-Dyarn.application.name=reconciliation'
  '-Dyarn.application.node-label=ssd'
  '-Dyarn.application.priority=5'
  '-Dyarn.application.queue=root.finance.nightly'
  '-Dyarn.application.type=flink'
  '-Dyarn.appmaster.vcores=1'
  '-Dyarn.containers.vcores=4'
  '-Dyarn.provided.lib.dirs=hdfs:///flink/1.20.4/lib;hdfs:///flink/1.20.4/plugins'
  '-Dyarn.tags=nexgen:yarn-batch:reconciliation,finance,nightly'
)
# Sent to every container. A pattern stands for the files that it finds now.
ship_files=(
  '/etc/finance/calendars/'*'.csv'
)

# What only the job may see, from variables and files of whoever submits.
collect_runtime_values() {
  add_variable 'RATES_JDBC_URL' "${RATES_JDBC_URL?is needed by the job}"
  add_secret 'rates_db' 'password' required
}
has_runtime_values=yes

# shellcheck source=/dev/null
. "$here/../script-library/yarn.bash"
# shellcheck source=/dev/null
. "$here/../script-library/job.bash"
main "$@"
