#!/usr/bin/env bash
# Prints roots=<JSON>: the roots that a pull request touches, with account and id.
# A change of modules, of shared parts or of the company's data touches them all.
set -euo pipefail

base=$1
files=$(git diff --name-only "$base...HEAD")
all=$(jq -c '.accounts as $accounts | input
  | [.roots[] | (.root | split("/")[0]) as $account
    | { root, account: $account, id: $accounts[$account].id }]' \
  infra/live/company.json infra/live/order.json)

if grep -qE '^infra/(modules|live/shared)/|^infra/live/(company|order)\.json$' <<< "$files"; then
  echo "roots=$all"
  exit 0
fi
touched=$(sed -nE 's#^infra/live/([a-z]+/[a-z0-9-]+)/.*#\1#p' <<< "$files" | sort -u | jq -Rnc '[inputs]')
echo "roots=$(jq -c --argjson touched "$touched" 'map(select(.root as $root | $touched | index($root)))' <<< "$all")"
