{{- /* What one value alone cannot say wrong, but two together can. */ -}}
{{- define "portal.validate" -}}
{{- $stop := .Values.shutdown -}}
{{- $needed := add $stop.preStopSeconds $stop.delaySeconds 55 -}}
{{- if lt (int $stop.gracePeriodSeconds) (int $needed) -}}
{{- fail (printf "shutdown.gracePeriodSeconds must be at least %d: preStopSeconds + delaySeconds + 55 s for the last subscription" (int $needed)) -}}
{{- end -}}
{{- if lt (int .Values.autoscaling.maxReplicas) (int .Values.autoscaling.minReplicas) -}}
{{- fail "autoscaling.maxReplicas must not be below autoscaling.minReplicas" -}}
{{- end -}}
{{- $memory := .Values.resources.limits.memory -}}
{{- $limit := 0 -}}
{{- if hasSuffix "Gi" $memory -}}
{{- $limit = mul (trimSuffix "Gi" $memory | int) 1024 -}}
{{- else if hasSuffix "Mi" $memory -}}
{{- $limit = trimSuffix "Mi" $memory | int -}}
{{- else -}}
{{- fail "resources.limits.memory must be in Mi or Gi" -}}
{{- end -}}
{{- if gt (mul (int .Values.heapMegabytes) 100) (mul $limit 80) -}}
{{- fail (printf "heapMegabytes must be at most 80 %% of resources.limits.memory (%s): the rest is for buffers and native code" $memory) -}}
{{- end -}}
{{- if and .Values.egressByName.enabled (not .Values.networkPolicy.enabled) -}}
{{- fail "egressByName.enabled needs networkPolicy.enabled: the sidecar alone can be gone around" -}}
{{- end -}}
{{- end -}}
