// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const secretsRows: CoverageRows = {
  "secrets.<vault>._group": {
    model: { says: ["E717"] },
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { becomes: ["README.md"] },
  },
  "secrets.<aws_secrets_manager>._group": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { becomes: ["README.md"] },
  },
  "secrets.<aws_parameter_store>._group": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { becomes: ["README.md"] },
  },
  "secrets.<kubernetes>._group": {
    model: { says: ["E717"] },
    "k8s yarn standalone compose": { becomes: ["README.md"] },
  },
  "secrets.<azure_key_vault>._group": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { becomes: ["README.md"] },
  },
  "secrets.<gcp_secret_manager>._group": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { becomes: ["README.md"] },
  },
  "secrets.<env>._group": { "k8s yarn standalone compose": { becomes: ["README.md"] } },
  "secrets.<vault>.keys": { k8s: { becomes: ["ExternalSecret.spec.data"] } },
  "secrets.<aws_secrets_manager>.keys": { k8s: { becomes: ["ExternalSecret.spec.data"] } },
  "secrets.<aws_parameter_store>.keys": { k8s: { becomes: ["ExternalSecret.spec.data"] } },
  "secrets.<kubernetes>.keys": {
    model: { says: ["E711", "E752"] },
    k8s: { becomes: ["README.md"] },
  },
  "secrets.<azure_key_vault>.keys": { k8s: { becomes: ["ExternalSecret.spec.data"] } },
  "secrets.<gcp_secret_manager>.keys": { k8s: { becomes: ["ExternalSecret.spec.data"] } },
  "secrets.<env>.keys": { model: { says: ["E711"] } },
  "secrets.<vault>.cache.enabled": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { whole: "cache", says: ["W762"] },
  },
  "secrets.<aws_secrets_manager>.cache.enabled": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { whole: "cache", says: ["W762"] },
  },
  "secrets.<aws_parameter_store>.cache.enabled": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { whole: "cache", says: ["W762"] },
  },
  "secrets.<kubernetes>.cache.enabled": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<azure_key_vault>.cache.enabled": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { whole: "cache", says: ["W762"] },
  },
  "secrets.<gcp_secret_manager>.cache.enabled": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { whole: "cache", says: ["W762"] },
  },
  "secrets.<env>.cache.enabled": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<vault>.cache.ttl": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<aws_secrets_manager>.cache.ttl": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<aws_parameter_store>.cache.ttl": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<kubernetes>.cache.ttl": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<azure_key_vault>.cache.ttl": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<gcp_secret_manager>.cache.ttl": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<env>.cache.ttl": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<vault>.rotation.auto_refresh": {
    k8s: { becomes: ["ExternalSecret.spec.refreshPolicy"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<aws_secrets_manager>.rotation.auto_refresh": {
    k8s: { becomes: ["ExternalSecret.spec.refreshPolicy"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<aws_parameter_store>.rotation.auto_refresh": {
    k8s: { becomes: ["ExternalSecret.spec.refreshPolicy"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<kubernetes>.rotation.auto_refresh": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<azure_key_vault>.rotation.auto_refresh": {
    k8s: { becomes: ["ExternalSecret.spec.refreshPolicy"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<gcp_secret_manager>.rotation.auto_refresh": {
    k8s: { becomes: ["ExternalSecret.spec.refreshPolicy"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<env>.rotation.auto_refresh": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<vault>.rotation.refresh_interval": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<aws_secrets_manager>.rotation.refresh_interval": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<aws_parameter_store>.rotation.refresh_interval": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<kubernetes>.rotation.refresh_interval": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<azure_key_vault>.rotation.refresh_interval": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<gcp_secret_manager>.rotation.refresh_interval": {
    k8s: { becomes: ["ExternalSecret.spec.refreshInterval"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<env>.rotation.refresh_interval": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.rotation.on_rotation.action": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.rotation.on_rotation.grace_period": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.on_missing.action": {
    model: { says: ["W701"] },
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.on_missing.default_value": {
    model: { says: ["E752"] },
    k8s: { becomes: ["README.md"] },
    "yarn standalone compose": { whole: "on_missing", says: ["W762"] },
  },
  "secrets.on_missing.message": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { whole: "on_missing", says: ["W762"] },
  },
  "secrets.retry.attempts": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.retry.backoff": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.retry.initial_delay": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.retry.max_delay": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.fallback.provider": {
    model: { says: ["E703", "E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.variable": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.path": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.secret_id": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.region": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.name": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.namespace": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.secret_name": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.key": {
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.vault_url": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.project": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.fallback.secret": {
    model: { says: ["E752"] },
    k8s: { whole: "fallback", says: ["W940"] },
    "yarn standalone compose": { whole: "fallback", says: ["W762"] },
  },
  "secrets.<vault>.regional": {
    model: { says: ["W701"] },
    k8s: { becomes: ["VaultDynamicSecret.spec.path"] },
  },
  "secrets.<aws_secrets_manager>.regional": { model: { says: ["E752"] } },
  "secrets.<aws_parameter_store>.regional": { model: { says: ["E752"] } },
  "secrets.<kubernetes>.regional": { model: { says: ["E752"] } },
  "secrets.<azure_key_vault>.regional": { model: { says: ["E752"] } },
  "secrets.<gcp_secret_manager>.regional": { model: { says: ["E752"] } },
  "secrets.<env>.regional": { model: { says: ["E752"] } },
  "secrets.<vault>.path_template": {
    model: { says: ["E752"] },
    k8s: { becomes: ["VaultDynamicSecret.spec.path"] },
  },
  "secrets.<aws_secrets_manager>.path_template": { model: { says: ["W701"] } },
  "secrets.<aws_parameter_store>.path_template": { model: { says: ["W701"] } },
  "secrets.<kubernetes>.path_template": { model: { says: ["W701"] } },
  "secrets.<azure_key_vault>.path_template": { model: { says: ["W701"] } },
  "secrets.<gcp_secret_manager>.path_template": { model: { says: ["W701"] } },
  "secrets.<env>.path_template": { model: { says: ["W701"] } },
  "secrets.regions": { model: { says: ["E711"] } },
  "secrets.<vault>.path": {
    k8s: {
      becomes: [
        "ExternalSecret.spec.secretStoreRef.name",
        "Kustomization.resources",
        "SecretStore",
      ],
    },
  },
  "secrets.<vault>.type": {
    model: { says: ["W701"] },
    k8s: {
      becomes: [
        "ExternalSecret.spec.data",
        "ExternalSecret.spec.dataFrom",
        "ExternalSecret.spec.secretStoreRef",
        "Kustomization.resources",
        "SecretStore.spec.provider.vault.path",
        "SecretStore.spec.provider.vault.version",
        "VaultDynamicSecret",
      ],
    },
  },
  "secrets.<aws_parameter_store>.type": { k8s: { says: ["W940"] } },
  "secrets.<vault>.vault.address": { k8s: { becomes: ["SecretStore.spec.provider.vault.server"] } },
  "secrets.<vault>.vault.namespace": {
    k8s: { becomes: ["SecretStore.spec.provider.vault.namespace"] },
  },
  "secrets.<vault>.auth.method": {
    k8s: {
      becomes: [
        "SecretStore.spec.provider.vault.auth.appRole",
        "SecretStore.spec.provider.vault.auth.kubernetes",
      ],
    },
  },
  "secrets.<vault>.auth.role": {
    k8s: { becomes: ["SecretStore.spec.provider.vault.auth.kubernetes.role"] },
  },
  "secrets.<vault>.auth.role_id": {
    k8s: { becomes: ["SecretStore.spec.provider.vault.auth.appRole.roleId"] },
  },
  "secrets.<vault>.auth.secret_id": {
    k8s: { becomes: ["SecretStore.spec.provider.vault.auth.appRole.secretRef.key"] },
  },
  "secrets.<vault>.renewal.enabled": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<vault>.renewal.increment": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<vault>.lease.renewal_enabled": {
    model: { says: ["W701"] },
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<vault>.lease.min_renewal_seconds": {
    model: { says: ["W701"] },
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<vault>.lease.increment_seconds": {
    model: { says: ["W701"] },
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets.<aws_secrets_manager>.secret_id": {
    k8s: { becomes: ["ExternalSecret.spec.data.remoteRef.key"] },
  },
  "secrets.region": {
    k8s: {
      becomes: [
        "ExternalSecret.spec.secretStoreRef.name",
        "Kustomization.resources",
        "SecretStore",
      ],
    },
  },
  "secrets.<aws_secrets_manager>.version_stage": {
    k8s: { becomes: ["ExternalSecret.spec.data.remoteRef.version"] },
  },
  "secrets.<aws_secrets_manager>.version_id": {
    k8s: { becomes: ["ExternalSecret.spec.data.remoteRef.version"] },
  },
  "secrets.<aws_secrets_manager>.auth.type": {
    k8s: { becomes: ["SecretStore.spec.provider.aws.role"] },
  },
  "secrets.<aws_parameter_store>.auth.type": {
    k8s: { becomes: ["SecretStore.spec.provider.aws.role"] },
  },
  "secrets.<azure_key_vault>.auth.type": {
    k8s: {
      becomes: [
        "SecretStore.spec.provider.azurekv.authSecretRef",
        "SecretStore.spec.provider.azurekv.authType",
        "SecretStore.spec.provider.azurekv.identityId",
      ],
    },
  },
  "secrets.<gcp_secret_manager>.auth.type": {
    k8s: { becomes: ["SecretStore.spec.provider.gcpsm.auth"] },
  },
  "secrets.auth.role_arn": {
    model: { says: ["E752"] },
    k8s: { becomes: ["SecretStore.spec.provider.aws.role"] },
  },
  "secrets.<aws_parameter_store>.name": {
    k8s: { becomes: ["ExternalSecret.spec.data.remoteRef.key"] },
  },
  "secrets.<aws_parameter_store>.with_decryption": { k8s: { says: ["W940"] } },
  "secrets.<aws_parameter_store>.kms_key_id": { k8s: { says: ["W940"] } },
  "secrets.<kubernetes>.namespace": {
    k8s: {
      becomes: [
        "ExternalSecret",
        "FlinkDeployment.spec.podTemplate.spec.volumes.secret.secretName",
        "Kustomization.resources",
        "SecretStore",
      ],
    },
  },
  "secrets.<kubernetes>.secret_name": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.spec.volumes.secret.secretName"] },
  },
  "secrets.<azure_key_vault>.secret_name": {
    k8s: { becomes: ["ExternalSecret.spec.data.remoteRef.key"] },
  },
  "secrets.<kubernetes>.service_account": { k8s: { says: ["W940"] } },
  "secrets.<azure_key_vault>.vault_url": {
    k8s: {
      becomes: [
        "ExternalSecret.spec.secretStoreRef.name",
        "Kustomization.resources",
        "SecretStore",
      ],
    },
  },
  "secrets.version": { k8s: { becomes: ["ExternalSecret.spec.data.remoteRef.version"] } },
  "secrets.<azure_key_vault>.auth.tenant_id": {
    k8s: { becomes: ["SecretStore.spec.provider.azurekv.tenantId"] },
  },
  "secrets.<azure_key_vault>.auth.client_id": {
    model: { says: ["E752"] },
    k8s: { says: ["W940"] },
  },
  "secrets.<azure_key_vault>.auth.client_secret": {
    k8s: { becomes: ["SecretStore.spec.provider.azurekv.authSecretRef.clientSecret.key"] },
  },
  "secrets.<gcp_secret_manager>.project": {
    k8s: {
      becomes: [
        "ExternalSecret.spec.secretStoreRef.name",
        "Kustomization.resources",
        "SecretStore",
      ],
    },
  },
  "secrets.<gcp_secret_manager>.secret": {
    k8s: { becomes: ["ExternalSecret.spec.data.remoteRef.key"] },
  },
  "secrets.<gcp_secret_manager>.auth.key_file": {
    model: { says: ["E752"] },
    k8s: { says: ["W940"] },
  },
  "secrets.<env>.variable": {
    model: { says: ["E752"] },
    k8s: {
      becomes: [
        "FlinkDeployment.spec.podTemplate.spec.containers.env.name",
        "FlinkDeployment.spec.podTemplate.spec.containers.env.valueFrom.secretKeyRef.key",
      ],
    },
    yarn: { becomes: ["submit.sh"] },
    standalone: { becomes: ["README.md"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
  },
  "secrets.<env>.variables": {
    model: { says: ["E752"] },
    k8s: {
      becomes: [
        "FlinkDeployment.spec.podTemplate.spec.containers.env.name",
        "FlinkDeployment.spec.podTemplate.spec.containers.env.valueFrom.secretKeyRef.key",
      ],
    },
    yarn: { becomes: ["submit.sh"] },
    standalone: { becomes: ["README.md"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
  },
  "secrets._config.default_provider": { model: { says: ["E702"] } },
  "secrets._config.audit.enabled": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "secrets._config.audit.log_access": {
    k8s: { whole: "audit", says: ["W940"] },
    "yarn standalone compose": { whole: "audit", says: ["W762"] },
  },
  "secrets._config.audit.log_destination": {
    k8s: { whole: "audit", says: ["W940"] },
    "yarn standalone compose": { whole: "audit", says: ["W762"] },
  },
};
