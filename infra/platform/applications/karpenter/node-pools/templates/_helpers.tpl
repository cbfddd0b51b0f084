{{- define "node-pools.labels" -}}
app.kubernetes.io/part-of: platform
app.kubernetes.io/managed-by: {{ .Release.Service }}
arctiq.io/team: platform
arctiq.io/environment: {{ .Values.environment }}
arctiq.io/cost-centre: cc-1000
{{- end -}}

{{/* What both pools ask of an instance. */}}
{{- define "node-pools.requirements" -}}
- key: kubernetes.io/os
  operator: In
  values: [linux]
- key: kubernetes.io/arch
  operator: In
  values: {{ toJson .Values.profile.architectures }}
- key: karpenter.k8s.aws/instance-category
  operator: In
  values: [c, m, r]
- key: karpenter.k8s.aws/instance-generation
  operator: Gt
  values: ["5"]
- key: karpenter.k8s.aws/instance-size
  operator: In
  values: {{ toJson .Values.profile.instanceSizes }}
{{- end -}}

{{/* Template of a node: labels for costs, class, life time. */}}
{{- define "node-pools.node" -}}
metadata:
  labels:
    arctiq.io/team: platform
    arctiq.io/environment: {{ .Values.environment }}
    arctiq.io/cost-centre: cc-1000
    arctiq.io/node-size: {{ .Values.profile.size }}
{{- end -}}
