import { expect, test } from "vitest";
import { fullFile } from "./full-file.js";
import { planned, small } from "./planned.js";

const withSecret = (body: string, use = "") =>
  small("", `secrets:\n  login:\n${body.replace(/^/gmu, "    ")}\n${use}`);

test("one ExternalSecret for each secret, one SecretStore for each place", async () => {
  const { paths } = await planned(fullFile);
  expect(paths.filter((path) => path.includes("secret"))).toEqual([
    "external-secret-database.yaml",
    "external-secret-kafka-credentials.yaml",
    "external-secret-mongo-connection.yaml",
    "external-secret-redis-password.yaml",
    "secret-store-aws-secrets-manager-us-east-1.yaml",
    "secret-store-kubernetes-other.yaml",
    "secret-store-vault-database.yaml",
    "secret-store-vault-secret.yaml",
    "vault-dynamic-secret-database.yaml",
  ]);
});

test("a Vault path is split into mount and key", async () => {
  const { object } = await planned(fullFile);
  expect((await object("external-secret-kafka-credentials.yaml")).spec).toEqual({
    refreshInterval: "15m",
    secretStoreRef: { kind: "SecretStore", name: "vault-secret" },
    target: { name: "kafka-credentials", creationPolicy: "Owner", deletionPolicy: "Retain" },
    data: [
      { secretKey: "password", remoteRef: { key: "kafka/production", property: "password" } },
      { secretKey: "username", remoteRef: { key: "kafka/production", property: "username" } },
    ],
  });
  expect((await object("secret-store-vault-secret.yaml")).spec.provider.vault).toEqual({
    server: "https://vault.example.com",
    path: "secret",
    version: "v2",
    auth: {
      kubernetes: {
        mountPath: "kubernetes",
        role: "flink",
        serviceAccountRef: { name: "flink-runner" },
      },
    },
  });
});

test("dynamic credentials come from a generator", async () => {
  const { object } = await planned(fullFile);
  expect((await object("external-secret-database.yaml")).spec).toEqual({
    target: { name: "database", creationPolicy: "Owner", deletionPolicy: "Retain" },
    dataFrom: [
      {
        sourceRef: {
          generatorRef: {
            apiVersion: "generators.external-secrets.io/v1alpha1",
            kind: "VaultDynamicSecret",
            name: "database",
          },
        },
      },
    ],
  });
});

const stores: readonly (readonly [name: string, body: string, file: string, provider: object])[] = [
  [
    "AWS with a role",
    "provider: aws_secrets_manager\nsecret_id: s\nregion: eu-west-1\nauth: { type: assume_role, role_arn: 'arn:aws:iam::1:role/r' }",
    "secret-store-aws-secrets-manager-eu-west-1.yaml",
    { aws: { service: "SecretsManager", region: "eu-west-1", role: "arn:aws:iam::1:role/r" } },
  ],
  [
    "AWS parameters",
    "provider: aws_parameter_store\nname: /a/b\nregion: eu-west-1",
    "secret-store-aws-parameter-store-eu-west-1.yaml",
    { aws: { service: "ParameterStore", region: "eu-west-1" } },
  ],
  [
    "Azure",
    "provider: azure_key_vault\nvault_url: 'https://cards.vault.azure.net'\nsecret_name: s\nauth: { type: managed_identity, client_id: abc }",
    "secret-store-azure-key-vault-cards.yaml",
    {
      azurekv: {
        vaultUrl: "https://cards.vault.azure.net",
        authType: "ManagedIdentity",
        identityId: "abc",
      },
    },
  ],
  [
    "Google",
    "provider: gcp_secret_manager\nproject: cards-1\nsecret: s\nauth: { type: workload_identity }",
    "secret-store-gcp-secret-manager-cards-1.yaml",
    {
      gcpsm: {
        projectID: "cards-1",
        auth: { workloadIdentity: { serviceAccountRef: { name: "test-flink" } } },
      },
    },
  ],
];

test.each(stores)("the store of %s", async (_, body, file, provider) => {
  const { object } = await planned(withSecret(body));
  expect((await object(file)).spec.provider).toEqual(provider);
});

test("a pinned version has a file of its own", async () => {
  const text = withSecret(
    "provider: vault\npath: secret/data/db\nkeys: [uri]\nvault: { address: 'https://v' }\nauth: { method: kubernetes, role: r }",
    "lookups:\n  customers: { type: mongodb, uri: 'secret://login/uri?version=3', database: d, collection: c }",
  );
  const { object } = await planned(text);
  expect((await object("external-secret-login.yaml")).spec.data).toContainEqual({
    secretKey: "uri-v3",
    remoteRef: { key: "db", property: "uri", version: "3" },
  });
  const { spec } = await object("auth-enrichment/flink-deployment.yaml");
  expect(spec.podTemplate.spec.volumes[0].secret.items).toEqual([
    { key: "uri-v3", path: "uri-v3" },
  ]);
});

function vaultSecret(name: string, address: string): string {
  return `  ${name}: { provider: vault, path: secret/data/${name}, vault: { address: "${address}" }, auth: { method: kubernetes, role: r } }\n`;
}

test("two stores at one mount keep apart names", async () => {
  const { paths } = await planned(
    small("", `secrets:\n${vaultSecret("one", "https://a")}${vaultSecret("two", "https://b")}`),
  );
  const found = paths.filter((path) => path.startsWith("secret-store-"));
  expect(found).toHaveLength(2);
  for (const path of found) expect(path).toMatch(/^secret-store-vault-secret-[0-9a-f]{8}\.yaml$/u);
});

test("no emitted file holds the value of a variable that is a credential", async () => {
  const canary = "canary-6f1d";
  const { texts } = await planned(fullFile, {
    variables: { TRUSTSTORE_PASSWORD: canary, API_TOKEN: canary },
  });
  for (const [path, text] of await texts())
    expect({ path, leak: text.includes(canary) }).toEqual({ path, leak: false });
});
