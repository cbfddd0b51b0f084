import { encryptionTable } from '../rules/encryption-table.mjs';
import { telling } from '../rules/schema.mjs';
import { argumentsIn, ownFiles, placeOf, withValue, without } from './text.mjs';

/** Types that speak of keys because they are about keys. */
const aboutKeys = /^aws_(kms_alias|kms_grant|kms_key_policy|iam_)/;

/** What a setting says once it protects less. */
function weaker(value) {
  if (/^true\b/.test(value)) {
    return 'false';
  }
  if (/^"/.test(value)) {
    return '"NONE"';
  }
  return /^\[/.test(value) ? '[]' : 'null';
}

function isEncryption({ path, name }) {
  const [[kind, type] = [], ...inner] = path;
  if (kind === 'locals') {
    return telling.test(name);
  }
  if (kind !== 'resource' || aboutKeys.test(type)) {
    return false;
  }
  // What a dynamic block makes lies in its block "content".
  const blocks = inner
    .map(([block, label]) => (block === 'dynamic' ? label : block))
    .filter(block => block !== 'content');
  const at = [...blocks, name].join('.');
  const known = encryptionTable[type]?.[at];
  return !known?.exempt && name !== 'for_each' && (known || telling.test(at));
}

function* settings(files) {
  for (const argument of argumentsIn(files)) {
    if (isEncryption(argument)) {
      const { file } = argument;
      const less = weaker(argument.value);
      yield {
        file,
        text: without(argument),
        what: `${placeOf(argument)} deleted`,
      };
      if (!(less === 'null' && /^(null|false)\b/.test(argument.value))) {
        yield {
          file,
          text: withValue(argument, less),
          what: `${placeOf(argument)} set to ${less}`,
        };
      }
    }
  }
}

/** Statements that refuse plain connections, and parameters that demand TLS. */
const demands = [
  {
    line: /"[\w:-]*(SecureTransport|Encrypted|EncryptionEnabled)"\s*[=:]\s*\[?"false"/,
    from: '"false"',
    to: '"true"',
  },
  {
    line: /rds\.force_ssl|require_secure_transport/,
    from: /"1"|\b1\b/,
    to: '"0"',
  },
];

function* policies(files) {
  for (const [file, text] of ownFiles(files)) {
    const lines = text.split('\n');
    for (const [at, line] of lines.entries()) {
      for (const { line: pattern, from, to } of demands) {
        if (pattern.test(line)) {
          const place = `${file}:${at + 1} ${line.trim()}`;
          const replaced = by =>
            [...lines.slice(0, at), ...by, ...lines.slice(at + 1)].join('\n');
          yield { file, text: replaced([]), what: `${place} deleted` };
          if (line.search(from) >= 0) {
            yield {
              file,
              text: replaced([line.replace(from, to)]),
              what: `${place} flipped`,
            };
          }
        }
      }
    }
  }
}

/** Drops or weakens one setting of encryption at a time. */
export function* encryptionMutants({ files }) {
  yield* settings(files);
  yield* policies(files);
}
