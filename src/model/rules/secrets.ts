// Rules of secrets.
import { isSet, type Ignored, type Requirement, type RuleTable } from "./rule.js";

/** What a fallback needs: the same as an entry of that provider (vocabulary decision 56). */
const fallbackNeeds: Readonly<Record<string, readonly string[]>> = {
  vault: ["path"],
  aws_secrets_manager: ["secret_id", "region"],
  aws_parameter_store: ["name", "region"],
  kubernetes: ["namespace", "secret_name"],
  azure_key_vault: ["vault_url", "secret_name"],
  gcp_secret_manager: ["project", "secret"],
  env: ["variable"],
};

/** Where a secret has a name instead of a path. */
const storesWithoutPath = [
  "aws_secrets_manager",
  "aws_parameter_store",
  "kubernetes",
  "azure_key_vault",
  "gcp_secret_manager",
  "env",
];

const fallbackRequirements = Object.entries(fallbackNeeds).map(
  ([provider, needs]): Requirement => ({ at: "fallback", when: { provider }, needs }),
);

export const secretRules: RuleTable = {
  requirements: [
    { at: "on_missing", when: { action: "default" }, needs: ["default_value"] },
    { at: "fallback", needs: ["provider"] },
    ...fallbackRequirements,
    { when: { regional: true }, needs: ["path_template"] },
    { of: "vault", needs: [["path", "path_template"]] },
    { of: "vault", at: "auth", when: { method: ["kubernetes", "aws"] }, needs: ["role"] },
    { of: "vault", at: "auth", when: { method: "approle" }, needs: ["role_id", "secret_id"] },
    {
      of: "aws_secrets_manager",
      at: "auth",
      when: { type: "assume_role" },
      needs: ["role_arn"],
    },
    {
      of: "aws_parameter_store",
      at: "auth",
      when: { type: "assume_role" },
      needs: ["role_arn"],
    },
    { of: "kubernetes", needs: ["keys"] },
    {
      of: "azure_key_vault",
      at: "auth",
      when: { type: "service_principal" },
      needs: ["tenant_id", "client_id", "client_secret"],
    },
    {
      of: "gcp_secret_manager",
      at: "auth",
      when: { type: "service_account" },
      needs: ["key_file"],
    },
    { of: "env", needs: [["variable", "variables"]] },
  ],
  orders: [{ at: "retry", ascending: ["initial_delay", "max_delay"] }],
  ignored: [
    ...storesWithoutPath.map((of): Ignored => ({
      of,
      ignores: ["path_template"],
      because: "only a secret of provider vault is found by a path",
    })),
    {
      of: "vault",
      when: { regional: false, path: isSet },
      ignores: ["path_template"],
      because: 'the secret is not "regional", and "path" says where it is',
    },
    {
      of: "vault",
      when: { type: { not: "dynamic" } },
      ignores: ["lease"],
      because: 'only credentials of type "dynamic" have a lease',
    },
    {
      at: "on_missing",
      when: { action: ["fail", "warn"] },
      ignores: ["default_value"],
      because: 'only action "default" uses it',
    },
  ],
  exclusions: [
    {
      of: "aws_secrets_manager",
      either: ["version_stage"],
      or: ["version_id"],
      problem: "each names a version",
    },
    {
      of: "env",
      either: ["variable"],
      or: ["variables"],
      problem: "the first holds the whole secret, the second its keys",
    },
  ],
};
