{{- /* Names, labels and pod settings that several objects share. */ -}}
{{- define "portal.name" -}}
{{- .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "portal.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "portal.migrationName" -}}
{{- printf "%s-migration" (include "portal.fullname" .) -}}
{{- end -}}

{{- define "portal.namespace" -}}
{{- if eq .Release.Namespace "default" -}}
{{- fail "install the portal into a namespace of its own, not into \"default\"" -}}
{{- end -}}
{{- .Release.Namespace -}}
{{- end -}}

{{- define "portal.selectorLabels" -}}
app.kubernetes.io/name: {{ include "portal.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: server
{{- end -}}

{{- define "portal.migrationSelectorLabels" -}}
app.kubernetes.io/name: {{ include "portal.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: migration
{{- end -}}

{{- define "portal.commonLabels" -}}
app.kubernetes.io/part-of: developer-platform
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
backstage.io/kubernetes-id: portal
arctiq.io/team: {{ .Values.ownership.team | quote }}
arctiq.io/tier: {{ .Values.ownership.tier | quote }}
arctiq.io/environment: {{ .Values.ownership.environment | quote }}
arctiq.io/cost-centre: {{ .Values.ownership.costCentre | quote }}
{{- end -}}

{{- define "portal.labels" -}}
{{ include "portal.selectorLabels" . }}
{{ include "portal.commonLabels" . }}
{{- end -}}

{{- define "portal.migrationLabels" -}}
{{ include "portal.migrationSelectorLabels" . }}
{{ include "portal.commonLabels" . }}
{{- end -}}

{{- /* Argo CD reads these too: the hooks become its PreSync phase, the weight its wave. */ -}}
{{- define "portal.hook" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: {{ . | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}

{{- define "portal.image" -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- end -}}

{{- define "portal.priorityClassName" -}}
{{- if .Values.priorityClass.name -}}
{{- .Values.priorityClass.name -}}
{{- else if .Values.priorityClass.create -}}
{{- printf "%s-%s" (include "portal.namespace" .) (include "portal.fullname" .) | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "portal.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "portal.containerSecurityContext" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- /* The configuration files in their order; later ones win. */ -}}
{{- define "portal.args" -}}
- --config
- app-config.yaml
- --config
- app-config.production.yaml
- --config
- /etc/portal/app-config.yaml
{{- end -}}

{{- /* What the server and the migration both need and is no secret. */ -}}
{{- define "portal.commonEnv" -}}
- name: NODE_OPTIONS
  value: {{ printf "--max-old-space-size=%d" (int .Values.heapMegabytes) | quote }}
- name: TMPDIR
  value: /tmp
- name: HOME
  value: /tmp
- name: PORTAL_URL
  value: {{ printf "https://%s" .Values.host | quote }}
- name: POSTGRES_HOST
  value: {{ .Values.database.host | quote }}
- name: POSTGRES_PORT
  value: {{ .Values.database.port | quote }}
{{- if .Values.database.caBundle.configMap }}
- name: NODE_EXTRA_CA_CERTS
  value: /etc/portal-ca/{{ .Values.database.caBundle.key }}
{{- end }}
- name: GITHUB_URL
  value: {{ .Values.github.url | quote }}
- name: GITHUB_HOST
  value: {{ .Values.github.host | quote }}
- name: GITHUB_API_URL
  value: {{ .Values.github.apiUrl | quote }}
- name: GITHUB_ORGANIZATION
  value: {{ .Values.github.organization | quote }}
- name: AUTH_OIDC_METADATA_URL
  value: {{ .Values.oidc.metadataUrl | quote }}
- name: PROMETHEUS_URL
  value: {{ .Values.prometheus.url | quote }}
- name: TECHDOCS_BUCKET
  value: {{ .Values.techdocs.bucket | quote }}
- name: AWS_REGION
  value: {{ .Values.techdocs.region | quote }}
{{- end -}}

{{- define "portal.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
- name: config
  mountPath: /etc/portal
  readOnly: true
{{- if .Values.database.caBundle.configMap }}
- name: database-ca
  mountPath: /etc/portal-ca
  readOnly: true
{{- end }}
{{- end -}}

{{- /* Gets the chart's context and the name of the ConfigMap. */ -}}
{{- define "portal.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .context.Values.tmp.sizeLimit }}
- name: config
  configMap:
    name: {{ .configMap | quote }}
{{- if .context.Values.database.caBundle.configMap }}
- name: database-ca
  configMap:
    name: {{ .context.Values.database.caBundle.configMap | quote }}
{{- end }}
{{- end -}}

{{- /* Names: the cluster's own DNS. */ -}}
{{- define "portal.egressDns" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .Values.networkPolicy.namespaces.dns }}
      podSelector:
        matchLabels:
          k8s-app: kube-dns
  ports:
    - port: 53
      protocol: UDP
    - port: 53
      protocol: TCP
{{- end -}}

{{- define "portal.egressDatabase" -}}
- to:
    {{- range .Values.networkPolicy.database }}
    - ipBlock:
        cidr: {{ . }}
    {{- end }}
  ports:
    - port: {{ .Values.database.port }}
      protocol: TCP
{{- end -}}
