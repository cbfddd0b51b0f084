const clusterGroups = [
  'constraints.gatekeeper.sh',
  'mutations.gatekeeper.sh',
  'templates.gatekeeper.sh',
];

const clusterKinds = new Set([
  '/Namespace',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'argoproj.io/ClusterAnalysisTemplate',
  'cert-manager.io/ClusterIssuer',
  'external-secrets.io/ClusterSecretStore',
  'kargo.akuity.io/Project',
  'karpenter.k8s.aws/EC2NodeClass',
  'karpenter.sh/NodePool',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/StorageClass',
]);

/** Whether objects of a kind that the platform uses lie outside of namespaces. */
export function isClusterScoped(group, kind) {
  return clusterGroups.includes(group) || clusterKinds.has(`${group}/${kind}`);
}
