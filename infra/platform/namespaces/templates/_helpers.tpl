{{- define "namespace.labels" -}}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: {{ .Values.team }}
arctiq.io/team: {{ .Values.team }}
arctiq.io/environment: {{ .Values.environment }}
arctiq.io/cost-centre: {{ .Values.costCentre }}
{{- end -}}
