#!/usr/bin/env bash
# Keeps one issue for each root: opened or updated while it differs from the code
# or cannot be planned, closed when it fits again.
#
# Takes ROOT, CODE (of terraform plan -detailed-exitcode; empty when the job broke
# before it), RUN (address of the run) and GH_TOKEN.
set -euo pipefail

title="Drift in $ROOT"
number=$(gh issue list --repo "$GITHUB_REPOSITORY" --state open --label drift \
  --search "in:title \"$title\"" --json number,title \
  --jq "map(select(.title == \"$title\")) | .[0].number // empty")

if [ "$CODE" = 0 ]; then
  if [ -n "$number" ]; then
    gh issue close "$number" --repo "$GITHUB_REPOSITORY" --comment "The plan of $RUN shows no difference any more."
  fi
  exit 0
fi

body=$(mktemp)
if [ "$CODE" = 2 ]; then
  {
    echo "\`infra/live/$ROOT\` is not what the code says. Either apply what was merged, or take back what was done by hand; then this issue closes itself."
    echo
    echo "Run: $RUN"
    echo
    # Addresses only: values may be nobody's business.
    echo '```'
    grep -E '^ +# .+ (will be|must be|has been|has changed)' "$RUNNER_TEMP/plan.txt" | head -n 100 || true
    tail -n 1 "$RUNNER_TEMP/plan.txt"
    echo '```'
  } > "$body"
else
  echo "\`infra/live/$ROOT\` could not be planned, so nobody knows whether it drifted. Run: $RUN" > "$body"
fi

if [ -n "$number" ]; then
  gh issue edit "$number" --repo "$GITHUB_REPOSITORY" --body-file "$body"
else
  gh label create drift --repo "$GITHUB_REPOSITORY" --color d93f0b --description 'Infrastructure differs from the code' --force
  gh issue create --repo "$GITHUB_REPOSITORY" --title "$title" --label drift --body-file "$body"
fi

# Drift is told by the issue; a root that cannot be planned is a failure.
[ "$CODE" = 2 ]
