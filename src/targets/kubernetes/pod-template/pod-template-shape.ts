// The properties of a pod template (Kubernetes PodTemplateSpec) by name and type, as data.
// Derived from spec.podTemplate of the FlinkDeployment CRD of the Flink Kubernetes Operator 1.15.0,
// without what no template may hold; required properties and closed lists, which that schema lacks,
// from the Kubernetes API. Shapes used more than once have a name.
import {
  affinityRules,
  annotationMap,
  boolean,
  choice,
  count,
  dataKey,
  dnsLabel,
  environmentName,
  fileMode,
  integer,
  integerOrText,
  labelKey,
  labelMap,
  labelValue,
  list,
  listed,
  nodeLabelMap,
  object,
  objectName,
  portName,
  portNumber,
  quantity,
  quantityMap,
  text,
  textMap,
  weight,
} from "./shape.js";

export const objectMeta = object({
  annotations: annotationMap,
  labels: labelMap,
  name: text,
  namespace: text,
});

const nodeRequirement = object(
  {
    key: labelKey,
    operator: choice("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"),
    values: list(labelValue),
  },
  "key",
  "operator",
);

const nodeSelectorTerm = object({
  matchExpressions: list(nodeRequirement),
  matchFields: list(nodeRequirement),
});

const nodeSelector = listed("nodeSelectorTerms", nodeSelectorTerm);

const nodeAffinity = affinityRules({
  preferredDuringSchedulingIgnoredDuringExecution: list(
    object({ preference: nodeSelectorTerm, weight }, "preference", "weight"),
  ),
  requiredDuringSchedulingIgnoredDuringExecution: nodeSelector,
});

const requirement = object(
  {
    key: labelKey,
    operator: choice("In", "NotIn", "Exists", "DoesNotExist"),
    values: list(labelValue),
  },
  "key",
  "operator",
);

const labelSelector = object({ matchExpressions: list(requirement), matchLabels: labelMap });

const podAffinityTerm = object(
  {
    labelSelector,
    matchLabelKeys: list(text),
    mismatchLabelKeys: list(text),
    namespaceSelector: labelSelector,
    namespaces: list(text),
    topologyKey: labelKey,
  },
  "topologyKey",
);

const weightedPodTerm = object({ podAffinityTerm, weight }, "podAffinityTerm", "weight");

const podAffinity = affinityRules({
  preferredDuringSchedulingIgnoredDuringExecution: list(weightedPodTerm),
  requiredDuringSchedulingIgnoredDuringExecution: list(podAffinityTerm),
});

const affinity = object({ nodeAffinity, podAffinity, podAntiAffinity: podAffinity });

const keyReference = object({ key: dataKey, name: objectName, optional: boolean }, "key");

const fieldRef = object({ apiVersion: text, fieldPath: text }, "fieldPath");

const resourceFieldRef = object(
  { containerName: text, divisor: quantity, resource: text },
  "resource",
);

const valueFrom = object({
  configMapKeyRef: keyReference,
  fieldRef,
  resourceFieldRef,
  secretKeyRef: keyReference,
});

const environmentVariable = object({ name: environmentName, value: text, valueFrom }, "name");

const optionalReference = object({ name: objectName, optional: boolean });

const environmentSource = object({
  configMapRef: optionalReference,
  prefix: text,
  secretRef: optionalReference,
});

const execAction = object({ command: list(text) });

const nameAndValue = object({ name: text, value: text }, "name", "value");

const httpGet = object(
  {
    host: text,
    httpHeaders: list(nameAndValue),
    path: text,
    port: integerOrText,
    scheme: choice("HTTP", "HTTPS"),
  },
  "port",
);

const sleep = object({ seconds: integer }, "seconds");

const tcpSocket = object({ host: text, port: integerOrText }, "port");

const handler = object({ exec: execAction, httpGet, sleep, tcpSocket });

const lifecycle = object({ postStart: handler, preStop: handler, stopSignal: text });

const grpc = object({ port: portNumber, service: text }, "port");

const probe = object({
  exec: execAction,
  failureThreshold: count,
  grpc,
  httpGet,
  initialDelaySeconds: count,
  periodSeconds: count,
  successThreshold: count,
  tcpSocket,
  terminationGracePeriodSeconds: count,
  timeoutSeconds: count,
});

const containerPort = object(
  {
    containerPort: portNumber,
    hostIP: text,
    hostPort: portNumber,
    name: portName,
    protocol: choice("TCP", "UDP", "SCTP"),
  },
  "containerPort",
);

const resizePolicy = object(
  { resourceName: text, restartPolicy: text },
  "resourceName",
  "restartPolicy",
);

const resourceClaim = object({ name: text, request: text }, "name");

const resources = object({
  claims: list(resourceClaim),
  limits: quantityMap,
  requests: quantityMap,
});

const seccompProfile = object(
  { localhostProfile: text, type: choice("Localhost", "RuntimeDefault", "Unconfined") },
  "type",
);

const capabilities = object({ add: list(text), drop: list(text) });

const seLinuxOptions = object({ level: text, role: text, type: text, user: text });

const windowsOptions = object({
  gmsaCredentialSpec: text,
  gmsaCredentialSpecName: text,
  hostProcess: boolean,
  runAsUserName: text,
});

export const containerSecurityContext = object({
  allowPrivilegeEscalation: boolean,
  appArmorProfile: seccompProfile,
  capabilities,
  privileged: boolean,
  procMount: text,
  readOnlyRootFilesystem: boolean,
  runAsGroup: count,
  runAsNonRoot: boolean,
  runAsUser: count,
  seLinuxOptions,
  seccompProfile,
  windowsOptions,
});

const volumeDevice = object({ devicePath: text, name: text }, "devicePath", "name");

const volumeMount = object(
  {
    mountPath: text,
    mountPropagation: choice("None", "HostToContainer", "Bidirectional"),
    name: dnsLabel,
    readOnly: boolean,
    recursiveReadOnly: text,
    subPath: text,
    subPathExpr: text,
  },
  "mountPath",
  "name",
);

export const container = object(
  {
    args: list(text),
    command: list(text),
    env: list(environmentVariable, "name"),
    envFrom: list(environmentSource),
    image: text,
    imagePullPolicy: choice("Always", "IfNotPresent", "Never"),
    lifecycle,
    livenessProbe: probe,
    name: dnsLabel,
    ports: list(containerPort, "containerPort", "protocol"),
    readinessProbe: probe,
    resizePolicy: list(resizePolicy),
    resources,
    restartPolicy: text,
    securityContext: containerSecurityContext,
    startupProbe: probe,
    stdin: boolean,
    stdinOnce: boolean,
    terminationMessagePath: text,
    terminationMessagePolicy: choice("File", "FallbackToLogsOnError"),
    tty: boolean,
    volumeDevices: list(volumeDevice),
    volumeMounts: list(volumeMount, "mountPath"),
    workingDir: text,
  },
  "name",
);

const localReference = object({ name: objectName });

export const podSecurityContext = object({
  appArmorProfile: seccompProfile,
  fsGroup: count,
  fsGroupChangePolicy: choice("Always", "OnRootMismatch"),
  runAsGroup: count,
  runAsNonRoot: boolean,
  runAsUser: count,
  seLinuxChangePolicy: text,
  seLinuxOptions,
  seccompProfile,
  supplementalGroups: list(count),
  supplementalGroupsPolicy: text,
  sysctls: list(nameAndValue),
  windowsOptions,
});

const toleration = object({
  effect: choice("NoSchedule", "PreferNoSchedule", "NoExecute"),
  key: labelKey,
  operator: choice("Equal", "Exists"),
  tolerationSeconds: integer,
  value: labelValue,
});

const keyToPath = object({ key: dataKey, mode: fileMode, path: text }, "key", "path");

const downwardApiItem = object({ fieldRef, mode: fileMode, path: text, resourceFieldRef }, "path");

const claimMeta = object({ annotations: annotationMap, labels: labelMap });

const claimSpec = object({
  accessModes: list(text),
  dataSource: object({ apiGroup: text, kind: text, name: text }, "kind", "name"),
  dataSourceRef: object(
    { apiGroup: text, kind: text, name: text, namespace: text },
    "kind",
    "name",
  ),
  resources: object({ limits: quantityMap, requests: quantityMap }),
  selector: labelSelector,
  storageClassName: text,
  volumeAttributesClassName: text,
  volumeMode: text,
  volumeName: text,
});

const volume = object(
  {
    awsElasticBlockStore: object(
      { fsType: text, partition: integer, readOnly: boolean, volumeID: text },
      "volumeID",
    ),
    azureDisk: object(
      {
        cachingMode: text,
        diskName: text,
        diskURI: text,
        fsType: text,
        kind: text,
        readOnly: boolean,
      },
      "diskName",
      "diskURI",
    ),
    azureFile: object(
      { readOnly: boolean, secretName: objectName, shareName: text },
      "secretName",
      "shareName",
    ),
    cephfs: object(
      {
        monitors: list(text),
        path: text,
        readOnly: boolean,
        secretFile: text,
        secretRef: localReference,
        user: text,
      },
      "monitors",
    ),
    cinder: object(
      { fsType: text, readOnly: boolean, secretRef: localReference, volumeID: text },
      "volumeID",
    ),
    configMap: object({
      defaultMode: fileMode,
      items: list(keyToPath),
      name: objectName,
      optional: boolean,
    }),
    csi: object(
      {
        driver: text,
        fsType: text,
        nodePublishSecretRef: localReference,
        readOnly: boolean,
        volumeAttributes: textMap,
      },
      "driver",
    ),
    downwardAPI: object({ defaultMode: fileMode, items: list(downwardApiItem) }),
    emptyDir: object({ medium: text, sizeLimit: quantity }),
    ephemeral: object({
      volumeClaimTemplate: object({ metadata: claimMeta, spec: claimSpec }, "spec"),
    }),
    fc: object({
      fsType: text,
      lun: integer,
      readOnly: boolean,
      targetWWNs: list(text),
      wwids: list(text),
    }),
    flexVolume: object(
      {
        driver: text,
        fsType: text,
        options: textMap,
        readOnly: boolean,
        secretRef: localReference,
      },
      "driver",
    ),
    flocker: object({ datasetName: text, datasetUUID: text }),
    gcePersistentDisk: object(
      { fsType: text, partition: integer, pdName: text, readOnly: boolean },
      "pdName",
    ),
    gitRepo: object({ directory: text, repository: text, revision: text }, "repository"),
    glusterfs: object({ endpoints: text, path: text, readOnly: boolean }, "endpoints", "path"),
    hostPath: object({ path: text, type: text }, "path"),
    image: object({ pullPolicy: text, reference: text }),
    iscsi: object(
      {
        chapAuthDiscovery: boolean,
        chapAuthSession: boolean,
        fsType: text,
        initiatorName: text,
        iqn: text,
        iscsiInterface: text,
        lun: integer,
        portals: list(text),
        readOnly: boolean,
        secretRef: localReference,
        targetPortal: text,
      },
      "iqn",
      "lun",
      "targetPortal",
    ),
    name: dnsLabel,
    nfs: object({ path: text, readOnly: boolean, server: text }, "path", "server"),
    persistentVolumeClaim: object({ claimName: objectName, readOnly: boolean }, "claimName"),
    photonPersistentDisk: object({ fsType: text, pdID: text }, "pdID"),
    portworxVolume: object({ fsType: text, readOnly: boolean, volumeID: text }, "volumeID"),
    projected: object({
      defaultMode: fileMode,
      sources: list(
        object({
          clusterTrustBundle: object(
            { labelSelector, name: text, optional: boolean, path: text, signerName: text },
            "path",
          ),
          configMap: object({ items: list(keyToPath), name: objectName, optional: boolean }),
          downwardAPI: object({ items: list(downwardApiItem) }),
          secret: object({ items: list(keyToPath), name: text, optional: boolean }),
          serviceAccountToken: object(
            { audience: text, expirationSeconds: count, path: text },
            "path",
          ),
        }),
      ),
    }),
    quobyte: object(
      { group: text, readOnly: boolean, registry: text, tenant: text, user: text, volume: text },
      "registry",
      "volume",
    ),
    rbd: object(
      {
        fsType: text,
        image: text,
        keyring: text,
        monitors: list(text),
        pool: text,
        readOnly: boolean,
        secretRef: localReference,
        user: text,
      },
      "image",
      "monitors",
    ),
    scaleIO: object(
      {
        fsType: text,
        gateway: text,
        protectionDomain: text,
        readOnly: boolean,
        secretRef: localReference,
        sslEnabled: boolean,
        storageMode: text,
        storagePool: text,
        system: text,
        volumeName: text,
      },
      "gateway",
      "secretRef",
      "system",
    ),
    secret: object({
      defaultMode: fileMode,
      items: list(keyToPath),
      optional: boolean,
      secretName: objectName,
    }),
    storageos: object({
      fsType: text,
      readOnly: boolean,
      secretRef: localReference,
      volumeName: text,
      volumeNamespace: text,
    }),
    vsphereVolume: object(
      { fsType: text, storagePolicyID: text, storagePolicyName: text, volumePath: text },
      "volumePath",
    ),
  },
  "name",
);

export const podSpec = object({
  activeDeadlineSeconds: count,
  affinity,
  automountServiceAccountToken: boolean,
  containers: list(container, "name"),
  dnsConfig: object({
    nameservers: list(text),
    options: list(object({ name: text, value: text })),
    searches: list(text),
  }),
  dnsPolicy: choice("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"),
  enableServiceLinks: boolean,
  hostAliases: list(object({ hostnames: list(text), ip: text }, "ip")),
  hostIPC: boolean,
  hostNetwork: boolean,
  hostPID: boolean,
  hostUsers: boolean,
  hostname: text,
  imagePullSecrets: list(localReference, "name"),
  initContainers: list(container, "name"),
  nodeName: text,
  nodeSelector: nodeLabelMap,
  os: object({ name: choice("linux", "windows") }, "name"),
  overhead: quantityMap,
  preemptionPolicy: choice("Never", "PreemptLowerPriority"),
  priority: integer,
  priorityClassName: text,
  readinessGates: list(object({ conditionType: text }, "conditionType")),
  resourceClaims: list(
    object({ name: text, resourceClaimName: text, resourceClaimTemplateName: text }, "name"),
  ),
  resources: object({
    claims: list(object({ name: text, request: text })),
    limits: quantityMap,
    requests: quantityMap,
  }),
  restartPolicy: choice("Always", "OnFailure", "Never"),
  runtimeClassName: text,
  schedulerName: text,
  schedulingGates: list(object({ name: text }, "name")),
  securityContext: podSecurityContext,
  serviceAccount: text,
  serviceAccountName: objectName,
  setHostnameAsFQDN: boolean,
  shareProcessNamespace: boolean,
  subdomain: text,
  terminationGracePeriodSeconds: count,
  tolerations: list(toleration),
  topologySpreadConstraints: list(
    object(
      {
        labelSelector,
        matchLabelKeys: list(text),
        maxSkew: integer,
        minDomains: integer,
        nodeAffinityPolicy: choice("Honor", "Ignore"),
        nodeTaintsPolicy: choice("Honor", "Ignore"),
        topologyKey: labelKey,
        whenUnsatisfiable: choice("DoNotSchedule", "ScheduleAnyway"),
      },
      "maxSkew",
      "topologyKey",
      "whenUnsatisfiable",
    ),
  ),
  volumes: list(volume, "name"),
});

/** The whole template. */
export const podTemplateShape = object({ metadata: objectMeta, spec: podSpec });
