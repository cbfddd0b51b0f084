/** Rules of Rego that are deleted one at a time: a suite has to notice. */
export const mutants = [
  [
    'arctiqpodsecurity.yaml',
    text => text.replace(/^.*"privileged is refused.*\n/m, ''),
  ],
  [
    'arctiqpodsecurity.yaml',
    text => text.replace(/^.*"readOnlyRootFilesystem has.*\n/m, ''),
  ],
  [
    'arctiqimages.yaml',
    text => text.replace('startswith(image, registry)', 'contains(image, "")'),
  ],
  ['arctiqimages.yaml', text => text.replace('[0-9a-f]{64}', '[0-9a-f]+')],
  [
    'arctiqresources.yaml',
    text => text.replace('["limits", "memory"]', '["requests", "memory"]'),
  ],
  [
    'arctiqservicetypes.yaml',
    text => text.replace('"LoadBalancer", "NodePort"', '"LoadBalancer"'),
  ],
  [
    'arctiqingresshosts.yaml',
    text => text.replace('contains(host, "*")', 'host == "*"'),
  ],
  [
    'arctiqminimumreplicas.yaml',
    text => text.replace('given <', 'given + 1 <'),
  ],
  [
    'arctiqdisruptionbudget.yaml',
    text => text.replace('labels[key] == value', 'labels[key] != value'),
  ],
  [
    'arctiqnodepoollimits.yaml',
    text =>
      text.replace(
        'number(name, value) > maximum',
        'number(name, value) > maximum * 2',
      ),
  ],
  [
    'arctiqrequiredlabels.yaml',
    text =>
      text.replace(
        'not regex.match',
        'label.key != "arctiq.io/cost-centre"\n                not regex.match',
      ),
  ],
];
