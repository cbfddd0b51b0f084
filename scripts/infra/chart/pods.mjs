/** What every pod of the portal must keep to: the restricted profile and more. */

/** Pods of an install, each with the object that makes them. */
export function podsOf(objects) {
  return objects
    .filter(({ spec }) => spec?.template?.spec?.containers)
    .map(object => ({
      name: `${object.kind} ${object.metadata.name}`,
      object,
      labels: object.spec.template.metadata.labels ?? {},
      spec: object.spec.template.spec,
      containers: [
        ...object.spec.template.spec.containers,
        ...(object.spec.template.spec.initContainers ?? []),
      ],
    }));
}

const allowedVolumes = ['configMap', 'emptyDir', 'projected', 'secret'];

const podRules = {
  'runs as a numbered user other than root': ({ spec }) =>
    spec.securityContext?.runAsNonRoot === true &&
    spec.securityContext.runAsUser >= 1000 &&
    spec.securityContext.runAsGroup >= 1000,
  'has the default seccomp profile': ({ spec }) =>
    spec.securityContext?.seccompProfile?.type === 'RuntimeDefault',
  'shares nothing with the node': ({ spec }) =>
    !spec.hostNetwork && !spec.hostPID && !spec.hostIPC && !spec.hostUsers,
  'mounts only volumes that the restricted profile allows': ({ spec }) =>
    (spec.volumes ?? []).every(volume =>
      allowedVolumes.some(kind => kind in volume),
    ),
  'limits the size of its scratch space': ({ spec }) =>
    (spec.volumes ?? []).every(
      ({ emptyDir }) => !emptyDir || Boolean(emptyDir.sizeLimit),
    ),
  'gets no token of the cluster': ({ spec }) =>
    spec.automountServiceAccountToken === false,
  'has an account of its own': ({ spec }) =>
    Boolean(spec.serviceAccountName) && spec.serviceAccountName !== 'default',
  'is not told of other services': ({ spec }) =>
    spec.enableServiceLinks === false,
  'has time to stop': ({ spec }) => spec.terminationGracePeriodSeconds >= 60,
};

const containerRules = {
  'cannot gain privileges': ({ securityContext }) =>
    securityContext?.allowPrivilegeEscalation === false &&
    securityContext.privileged !== true,
  'drops all capabilities and adds none': ({ securityContext }) =>
    securityContext?.capabilities?.drop?.join() === 'ALL' &&
    !securityContext.capabilities.add,
  'has a read-only file system': ({ securityContext }) =>
    securityContext?.readOnlyRootFilesystem === true,
  'can write to /tmp': ({ volumeMounts = [] }) =>
    volumeMounts.some(
      ({ mountPath, readOnly }) => mountPath === '/tmp' && !readOnly,
    ),
  'says what it needs': ({ resources }) =>
    ['cpu', 'memory', 'ephemeral-storage'].every(
      key => resources?.requests?.[key],
    ),
  'is limited in memory and disk': ({ resources }) =>
    ['memory', 'ephemeral-storage'].every(key => resources?.limits?.[key]),
  'has an image that cannot change': ({ image }) =>
    /@sha256:[a-f0-9]{64}$/.test(image ?? ''),
  'takes no port of the node': ({ ports = [] }) =>
    ports.every(({ hostPort }) => !hostPort),
};

/** What is wrong with the pods of an install. */
export function checkPods(objects) {
  const problems = [];
  for (const pod of podsOf(objects)) {
    for (const [rule, holds] of Object.entries(podRules)) {
      if (!holds(pod)) {
        problems.push(`it is not so that the pod of ${pod.name} ${rule}`);
      }
    }
    for (const container of pod.containers) {
      for (const [rule, holds] of Object.entries(containerRules)) {
        if (!holds(container)) {
          problems.push(
            `it is not so that ${container.name} of ${pod.name} ${rule}`,
          );
        }
      }
    }
  }
  return problems;
}
