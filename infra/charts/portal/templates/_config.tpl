{{- /* The configuration that the chart adds to the files in the image. */ -}}
{{- define "portal.serverConfig" -}}
{{- $own := dict "backend" (dict
  "lifecycle" (dict "serverShutdownDelay" (dict "seconds" (int .Values.shutdown.delaySeconds)))
  "database" (dict
    "skipMigrations" .Values.migration.enabled
    "knexConfig" (dict "pool" (dict "min" 0 "max" (int .Values.database.poolMax)))
  )
) -}}
{{- mergeOverwrite $own (deepCopy .Values.config) | toYaml -}}
{{- end -}}

{{- /* Nothing works while tables change: no runs, no processing, no waiting. */ -}}
{{- define "portal.migrationConfig" -}}
{{- $own := dict
  "backend" (dict
    "lifecycle" (dict "serverShutdownDelay" (dict "seconds" 0))
    "database" (dict
      "skipMigrations" false
      "knexConfig" (dict "pool" (dict "min" 0 "max" 2))
    )
  )
  "scaffolder" (dict "concurrentTasksLimit" 0)
  "catalog" (dict "processingInterval" false)
-}}
{{- mergeOverwrite (deepCopy .Values.config) $own | toYaml -}}
{{- end -}}
