// Rules of checkpoints.
import type { Checkpoint } from "../bindings.js";
import type { Named } from "../infra-model.js";
import { isStated } from "../is-stated.js";
import type { RuleContext } from "./rule-context.js";
import { isSet, type RuleTable } from "./rule.js";

export const checkpointRules: RuleTable = {
  requirements: [
    { at: "recovery.from_savepoint", needs: ["path"] },
    { of: "s3", at: "auth", when: { type: "static" }, needs: ["access_key", "secret_key"] },
    // A key without a type means static (vocabulary decision 76).
    { of: "s3", at: "auth", when: { access_key: isSet }, needs: ["secret_key"] },
    { of: "s3", at: "auth", when: { secret_key: isSet }, needs: ["access_key"] },
    { of: "s3", at: "auth", when: { type: "assume_role" }, needs: ["role_arn"] },
    {
      of: "s3",
      at: "replication",
      when: { enabled: true },
      needs: ["destination_bucket", "destination_region"],
    },
    { of: "hdfs", at: "kerberos", when: { enabled: true }, needs: ["principal", "keytab"] },
    { of: "gcs", at: "auth", when: { type: "service_account" }, needs: ["key_file"] },
    {
      of: "azure_blob",
      at: "azure",
      when: { auth_type: { not: "managed_identity" } },
      needs: ["account_key"],
    },
  ],
  orders: [
    {
      at: "monitoring.alerts",
      ascending: ["checkpoint_duration_warning", "checkpoint_duration_critical"],
      strictly: true,
    },
    // The other strategies give max_delay another meaning, or none.
    {
      at: "recovery.restart",
      when: { strategy: "exponential_delay" },
      ascending: ["initial_delay", "max_delay"],
    },
    {
      of: "s3",
      at: "s3",
      ascending: ["multipart_upload_part_size", "multipart_upload_threshold"],
    },
  ],
  ignored: [
    {
      of: "s3",
      at: "auth",
      when: { type: ["instance_profile", "static"] },
      ignores: ["role_arn"],
      because: "a role is assumed only with type assume_role",
    },
    {
      of: "s3",
      at: "auth",
      when: { type: ["instance_profile", "assume_role"] },
      ignores: ["access_key", "secret_key"],
      because: "keys are used only with type static",
    },
    {
      of: "s3",
      at: "encryption",
      when: { type: ["sse_s3", "none"] },
      ignores: ["kms_key_id"],
      because: "only sse_kms uses a key of KMS",
    },
    {
      of: "azure_blob",
      at: "azure",
      when: { auth_type: "managed_identity" },
      ignores: ["account_key"],
      because: "the managed identity is used",
    },
  ],
};

export function checkCheckpoint(checkpoint: Named<Checkpoint>, context: RuleContext): void {
  const { retention } = checkpoint;
  if (!isStated(retention?.externalized) || retention.cleanupOnCancel === null) return;
  const isKept = retention.externalized !== "delete";
  if (isKept === (retention.cleanupOnCancel === "retain")) return;
  context.ignored(
    { object: retention, key: "cleanupOnCancel" },
    '"externalized" says the opposite and wins',
  );
}
