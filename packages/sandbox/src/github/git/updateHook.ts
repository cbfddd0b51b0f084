import fs from 'node:fs';
import path from 'node:path';

/*
 * Git runs this for every ref of a push. The server tells it through the
 * environment which refs this person may not touch, or only move forward.
 */
const script = `#!/bin/sh
ref="$1"; old="$2"; new="$3"
zero=0000000000000000000000000000000000000000
listed() {
  printf '%s\\n' "$2" | grep -Fqx -- "$1"
}
refuse() {
  echo "error: GH006: Protected branch update failed for $ref." >&2
  echo "error: $1" >&2
  exit 1
}
case "$ref" in
  refs/heads/*|refs/tags/*|refs/notes/*) ;;
  *) echo "error: $ref is read-only; push to refs/heads/ or refs/tags/." >&2; exit 1 ;;
esac
if listed "$ref" "$SANDBOX_REFUSED_REFS"; then
  refuse "Changes must be made through a pull request."
fi
if listed "$ref" "$SANDBOX_FORWARD_REFS"; then
  [ "$new" = "$zero" ] && refuse "Cannot delete a protected branch."
  if [ "$old" != "$zero" ]; then
    [ "$(git merge-base "$old" "$new" 2>/dev/null)" = "$old" ] ||
      refuse "Cannot force-push to a protected branch."
  fi
fi
exit 0
`;

/**
 * Writes the hook that guards protected branches.
 *
 * @param dir - folder that `core.hooksPath` will name
 */
export function installUpdateHook(dir: string): void {
  fs.mkdirSync(dir, { recursive: true });
  const file = path.join(dir, 'update');
  fs.writeFileSync(`${file}.new`, script, { mode: 0o755 });
  fs.renameSync(`${file}.new`, file);
}
