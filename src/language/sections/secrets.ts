// The section `secrets`: where credentials are kept. Describes places only; never holds a value.
import { from } from "../build-property.js";
import type { Block, Properties, Property, Section } from "../property.js";
import { retryProperties } from "./retry.js";

const spec = from("§6.1");
const sm = from("SM");
const xm = from("XM");

const providers = [
  "vault",
  "aws_secrets_manager",
  "aws_parameter_store",
  "kubernetes",
  "azure_key_vault",
  "gcp_secret_manager",
  "env",
];

const variableName = {
  pattern: "^[A-Za-z_][A-Za-z0-9_]*$",
  form: "the name of an environment variable",
};

const fallback: Property = sm.map("Second place to look when the store cannot be reached.", {
  provider: sm.choice("Kind of the second place.", providers),
  variable: sm.text("Environment variable; needed with env.", variableName),
  path: sm.text("Location in the engine, with vault."),
  secret_id: sm.text("Name or ARN of the secret, with aws_secrets_manager."),
  region: sm.text("AWS region, with aws_secrets_manager and aws_parameter_store."),
  name: sm.text("Name of the parameter, with aws_parameter_store."),
  namespace: sm.text("Namespace of the Secret, with kubernetes."),
  secret_name: sm.text("Name of the secret, with kubernetes and azure_key_vault."),
  key: sm.text("Entry of the secret that is read."),
  vault_url: sm.url("Address of the vault, with azure_key_vault.", ["https"]),
  project: sm.text("Cloud project, with gcp_secret_manager."),
  secret: sm.text("Name of the secret, with gcp_secret_manager."),
});

const common: Properties = {
  _group: sm.text("Group of _groups whose settings this secret builds upon."),
  keys: spec.list("Keys that the secret offers.", { kind: "text" }),
  cache: sm.map("Keeping values in memory.", {
    enabled: sm.boolean("Whether values are kept."),
    ttl: sm.duration("How long a value is kept."),
  }),
  rotation: sm.map("Following a value that changes.", {
    auto_refresh: sm.boolean("Whether the value is read again by itself."),
    refresh_interval: sm.duration("Time between two reads."),
    on_rotation: sm.map("What happens when the value has changed.", {
      action: sm.choice("Whether clients reconnect, the job restarts, or someone is told.", [
        "reconnect",
        "restart",
        "alert",
      ]),
      grace_period: sm.duration("How long the old value stays valid."),
    }),
  }),
  on_missing: sm.map("What happens when the secret is not found.", {
    action: sm.choice("Whether to fail, use the default value, or go on with a warning.", [
      "fail",
      "default",
      "warn",
    ]),
    default_value: sm.text("Value to use instead; needed with default, may be empty.", {
      sensitive: "credential",
    }),
    message: sm.text("Text shown with the failure."),
  }),
  retry: sm.map("What happens when the store cannot be reached.", retryProperties("SM")),
  fallback,
  regional: xm.boolean("Whether the secret differs per region; uses path_template.", {
    default: false,
  }),
  path_template: xm.text("Path with {region} where the region's name goes; needed when regional."),
  regions: xm.list("Regions that may read the secret; all when unset.", { kind: "text" }),
};

const awsAuth: Properties = {
  type: sm.choice("Kind of identity.", ["instance_profile", "static", "assume_role"]),
  role_arn: sm.text("ARN of the role to assume; needed with assume_role."),
};

const vault: Properties = {
  path: spec.text("Location of the secret in the engine; needed unless path_template is set."),
  type: sm.choice("Set to dynamic for generated, short-lived credentials; key-value when unset.", [
    "dynamic",
  ]),
  vault: sm.map("Connection to Vault.", {
    address: sm.url("Address of the server; VAULT_ADDR when unset.", ["http", "https"]),
    namespace: sm.text("Vault namespace, for the Enterprise edition."),
  }),
  auth: sm.map("Login to Vault.", {
    method: sm.choice("Login method.", ["kubernetes", "approle", "token", "aws"]),
    role: sm.text("Role to log in as; needed with kubernetes and aws."),
    role_id: sm.text("Id of the AppRole; needed with approle."),
    secret_id: sm.text("Secret of the AppRole; needed with approle.", { sensitive: "credential" }),
  }),
  renewal: sm.map("Renewal of the login token.", {
    enabled: sm.boolean("Whether the token is renewed."),
    increment: sm.duration("Extension that is asked for."),
  }),
  lease: sm.map("Renewal of generated credentials, with type dynamic.", {
    renewal_enabled: sm.boolean("Whether the lease is renewed."),
    min_renewal_seconds: sm.integer("Least time between renewals, in seconds.", { minimum: 0 }),
    increment_seconds: sm.integer("Extension that is asked for, in seconds.", { minimum: 0 }),
  }),
};

const awsSecretsManager: Properties = {
  secret_id: spec.text("Name or ARN of the secret.", { required: true }),
  region: spec.text("AWS region of the secret.", { required: true }),
  version_stage: sm.text("Staging label of the version, such as AWSCURRENT."),
  version_id: sm.text("Id of one exact version; excludes version_stage."),
  auth: sm.map("AWS identity that reads the secret.", awsAuth),
};

const awsParameterStore: Properties = {
  name: sm.text("Name of the parameter.", { required: true, modelName: "parameterName" }),
  region: sm.text("AWS region of the parameter.", { required: true }),
  type: sm.choice("Kind of the parameter.", ["String", "StringList", "SecureString"]),
  with_decryption: sm.boolean("Whether the value is decrypted when read."),
  kms_key_id: sm.text("KMS key that encrypts the parameter."),
  auth: sm.map("AWS identity that reads the parameter.", awsAuth),
};

const kubernetes: Properties = {
  namespace: spec.text("Namespace of the Secret.", { required: true }),
  secret_name: spec.text("Name of the Secret.", { required: true }),
  service_account: sm.text("Service account that reads the Secret."),
};

const azureKeyVault: Properties = {
  vault_url: sm.url("Address of the vault.", ["https"], { required: true }),
  secret_name: sm.text("Name of the secret.", { required: true }),
  version: sm.text("Version of the secret: latest or a version id."),
  auth: sm.map("Azure identity that reads the secret.", {
    type: sm.choice("Kind of identity.", ["managed_identity", "service_principal", "cli"]),
    tenant_id: sm.text("Tenant of the principal; needed with service_principal."),
    client_id: sm.text("Client id of the principal; needed with service_principal."),
    client_secret: sm.text("Client secret of the principal; needed with service_principal.", {
      sensitive: "credential",
    }),
  }),
};

const gcpSecretManager: Properties = {
  project: sm.text("Cloud project of the secret.", { required: true }),
  secret: sm.text("Name of the secret.", { required: true }),
  version: sm.text("Version of the secret: latest or a number.", { anyScalar: true }),
  auth: sm.map("Google identity that reads the secret.", {
    type: sm.choice("Kind of identity.", ["workload_identity", "service_account"]),
    key_file: sm.text("Path of the key file; needed with service_account."),
  }),
};

const env: Properties = {
  variable: sm.text("Environment variable that holds the whole value.", variableName),
  variables: sm.free("Environment variable of each key.", "secret key", {
    kind: "text",
    ...variableName,
  }),
};

const secret: Block = {
  noun: "secret",
  discriminator: "provider",
  common,
  variants: {
    vault,
    aws_secrets_manager: awsSecretsManager,
    aws_parameter_store: awsParameterStore,
    kubernetes,
    azure_key_vault: azureKeyVault,
    gcp_secret_manager: gcpSecretManager,
    env,
  },
  synonyms: [
    { canonical: "keys", spelled: "key", bothSet: "error", as: "list" },
    {
      canonical: "on_missing",
      spelled: "default",
      bothSet: "error",
      types: ["env"],
      as: "default-on-missing",
    },
  ],
  regionalSwitch: null,
};

const configuration: Block = {
  noun: "secrets configuration",
  discriminator: null,
  common: {
    default_provider: sm.choice("Provider of secrets that name none.", providers),
    audit: sm.map("Record of who read what.", {
      enabled: sm.boolean("Whether a record is kept."),
      log_access: sm.boolean("Whether each read is recorded."),
      log_destination: sm.text("Name of the log that receives the record."),
    }),
  },
  variants: {},
  synonyms: [],
  regionalSwitch: null,
};

export const secrets: Section = {
  kind: "named-with-reserved",
  summary: "Pointers to credentials in external stores.",
  block: secret,
  reserved: { _groups: { each: secret }, _config: configuration },
};
