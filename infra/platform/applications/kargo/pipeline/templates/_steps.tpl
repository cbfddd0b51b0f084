{{/* Puts image and chart of the freight into the file of the stage, by pull request. */}}
{{- define "pipeline.steps" -}}
{{- $v := .Values }}
- uses: git-clone
  config:
    repoURL: {{ $v.gitops }}
    checkout:
      - branch: main
        path: ./gitops
{{- range $file := ternary (list "prod" "dr") (list .stage) (eq .stage "prod") }}
- uses: yaml-update
  as: update-{{ $file }}
  config:
    path: ./gitops/services/{{ $v.team }}/{{ $v.service }}/{{ $file }}.yaml
    updates:
      - key: revision
        value: {{ printf "${{ imageFrom(%q).Tag }}" $v.image | squote }}
      - key: digest
        value: {{ printf "${{ imageFrom(%q).Digest }}" $v.image | squote }}
{{- end }}
- uses: git-commit
  as: commit
  config:
    path: ./gitops
    message: {{ printf "%s: ${{ imageFrom(%q).Tag }} to %s" $v.service $v.image .stage | squote }}
- uses: git-push
  as: push
  config:
    path: ./gitops
    generateTargetBranch: true
- uses: git-open-pr
  as: open
  config:
    repoURL: {{ $v.gitops }}
    sourceBranch: '${{ "{{" }} outputs.push.branch {{ "}}" }}'
    targetBranch: main
    title: {{ printf "%s to %s" $v.service .stage | squote }}
    labels: [promotion, {{ .stage }}, {{ $v.team }}]
{{- end -}}
