/** The innermost `{ ... }` around a position, strings left aside. */
function enclosing(text, at) {
  const plain = text.replace(/"(?:[^"\\\n]|\\.)*"/g, found =>
    '"'.padEnd(found.length, '_'),
  );
  let depth = 0;
  let start = at;
  for (; start > 0; start -= 1) {
    depth += (plain[start] === '}') - (plain[start] === '{');
    if (depth < 0) {
      break;
    }
  }
  depth = 0;
  let end = start;
  for (; end < plain.length; end += 1) {
    depth += (plain[end] === '{') - (plain[end] === '}');
    if (depth === 0) {
      break;
    }
  }
  return text.slice(start, end + 1);
}

/** Statements of policies, found by their Sid. */
function* statementsOf(files) {
  for (const [file, text] of Object.entries(files)) {
    if (!file.includes('/') && file.endsWith('.tf')) {
      for (const { index, 1: sid } of text.matchAll(
        /\bsid\s*=\s*"([^"]+)"/gi,
      )) {
        yield { sid, text: enclosing(text, index) };
      }
    }
  }
}

const refusesPlain =
  /("aws:SecureTransport"\s*[=:]\s*\[?"false")|(variable\s*=\s*"aws:SecureTransport"[\s\S]*values\s*=\s*\["false"\])/;
const refusesUnencrypted =
  /"[\w:-]*(Encrypted|EncryptionEnabled)"\s*[=:]\s*\[?"false"|TlsVersion|server-side-encryption/;
const telling = /tls|securetransport|insecure|plain|unencrypted/i;

function refuses(text) {
  return (
    /effect\s*=\s*"Deny"/i.test(text) &&
    (refusesPlain.test(text) || refusesUnencrypted.test(text))
  );
}

const demandsTls =
  /"rds\.force_ssl"[^\n]*"1"|name\s*=\s*"rds\.force_ssl"\s*value\s*=\s*"1"/;

function databaseProblems(files, resources) {
  const groups = resources.filter(
    ({ type }) => type === 'aws_rds_cluster_parameter_group',
  );
  const text = Object.entries(files)
    .filter(([file]) => !file.includes('/') && file.endsWith('.tf'))
    .map(([, content]) => content)
    .join('\n');
  return demandsTls.test(text)
    ? []
    : groups.map(({ id }) => `${id} does not set rds.force_ssl to 1`);
}

/** Policies that are meant to refuse what is not encrypted do so. */
export function tlsProblems({ files }, resources) {
  const named = [...statementsOf(files)].filter(({ sid }) => telling.test(sid));
  const problems = named
    .filter(({ text }) => !refuses(text))
    .map(({ sid }) => `statement ${sid} does not refuse what its name says`);
  const hasBucket = resources.some(({ type }) => type === 'aws_s3_bucket');
  if (hasBucket && !named.some(({ text }) => refusesPlain.test(text))) {
    problems.push('no statement refuses plain connections to the bucket');
  }
  return [...problems, ...databaseProblems(files, resources)];
}
