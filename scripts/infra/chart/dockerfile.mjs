/** Instructions of a Dockerfile, with continued lines joined. */
export function parseDockerfile(text) {
  return text
    .split('\n')
    .filter(line => !line.trimStart().startsWith('#'))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const [, instruction, rest] = /^(\S+)\s+(.*)$/.exec(line);
      return { instruction: instruction.toUpperCase(), rest };
    });
}

const secretName = /(PASSWORD|SECRET|TOKEN|PRIVATE_KEY|CREDENTIAL|API_?KEY)/i;
const wantedLabels = [
  'title',
  'source',
  'licenses',
  'version',
  'revision',
  'created',
];

function checkBases(instructions) {
  const args = Object.fromEntries(
    instructions
      .filter(({ instruction }) => instruction === 'ARG')
      .map(({ rest }) => rest.split('=', 2)),
  );
  return instructions
    .filter(({ instruction }) => instruction === 'FROM')
    .map(({ rest }) =>
      rest
        .split(/\s+/)[0]
        .replace(/\$\{(\w+)\}/g, (_, name) => args[name] ?? ''),
    )
    .filter(
      image =>
        !/@sha256:[a-f0-9]{64}$/.test(image) &&
        !/:\d+\.\d+\.\d+[\w.-]*$/.test(image),
    )
    .map(
      image => `the base ${image} is not pinned to a full version or digest`,
    );
}

function checkUser(last) {
  const users = last.filter(({ instruction }) => instruction === 'USER');
  const user = users.at(-1)?.rest;
  if (!/^[1-9]\d*(:[1-9]\d*)?$/.test(user ?? '')) {
    return [`the image runs as ${user ?? 'root'}, not as a numbered user`];
  }
  const after = last.slice(last.indexOf(users.at(-1)) + 1);
  return after.some(({ instruction }) => instruction === 'COPY')
    ? ['files are copied after the user is set']
    : [];
}

function checkOrder(instructions) {
  const position = pattern =>
    instructions.findIndex(({ rest }) => pattern.test(rest));
  const lockfile = position(/yarn\.lock/);
  const install = position(/yarn workspaces focus/);
  const bundle = position(/bundle\.tar\.gz/);
  const config = position(/^app-config/);
  return lockfile < install && install < bundle && bundle < config
    ? []
    : ['what changes often is copied before what changes rarely'];
}

function checkLeftovers(last) {
  const problems = [];
  for (const { instruction, rest } of last) {
    if (instruction === 'RUN' && /apt-get install/.test(rest)) {
      if (!/--no-install-recommends/.test(rest)) {
        problems.push('apt installs what is only recommended');
      }
      if (!/rm -rf [^&]*\/var\/lib\/apt\/lists/.test(rest)) {
        problems.push('the lists of apt stay in the image');
      }
    }
  }
  const removed = last.some(
    ({ instruction, rest }) =>
      instruction === 'RUN' &&
      /rm -rf [^&]*\/usr\/local\/lib\/node_modules/.test(rest),
  );
  return removed ? problems : [...problems, 'npm stays in the image'];
}

/** backstage-cli packs the folder of the bundle with mode 700. */
function checkAccess(last) {
  const unpacks = last.find(({ rest }) => /tar xzf bundle/.test(rest));
  return /chmod 755 \/app/.test(unpacks?.rest ?? '')
    ? []
    : ['the user of the image may not read the bundle'];
}

/** Whether `.dockerignore` lets a path through; the last rule that fits counts. */
export function reachesBuilder(path, ignore) {
  let reaches = true;
  for (const line of ignore.split('\n').map(text => text.trim())) {
    if (!line || line.startsWith('#')) {
      continue;
    }
    const allows = line.startsWith('!');
    const pattern = (allows ? line.slice(1) : line).replace(/\/$/, '');
    if (pattern === '*' || path === pattern || path.startsWith(`${pattern}/`)) {
      reaches = allows;
    }
  }
  return reaches;
}

/** What a strict platform team would send back. */
export function checkDockerfile(text, ignore) {
  const instructions = parseDockerfile(text);
  const start = instructions.findLastIndex(i => i.instruction === 'FROM');
  const last = instructions.slice(start);
  const problems = [
    ...checkBases(instructions),
    ...checkUser(last),
    ...checkOrder(instructions),
    ...checkLeftovers(last),
    ...checkAccess(last),
  ];
  if (
    start === 0 ||
    instructions.filter(i => i.instruction === 'FROM').length < 2
  ) {
    problems.push('what is needed only to build stays in the image');
  }
  for (const { instruction, rest } of instructions) {
    if (instruction === 'ADD') {
      problems.push(`ADD may fetch or unpack; COPY does not: ADD ${rest}`);
    }
    if (['ARG', 'ENV'].includes(instruction) && secretName.test(rest)) {
      problems.push(`a secret would stay in the image: ${instruction} ${rest}`);
    }
    if (instruction === 'RUN' && /\b(curl|wget)\b|\bsudo\b/.test(rest)) {
      problems.push(`what is fetched here is checked by nobody: ${rest}`);
    }
    if (instruction === 'COPY' && !rest.startsWith('--from')) {
      const paths = rest.split(/\s+/).filter(word => !word.startsWith('--'));
      for (const path of paths.slice(0, -1)) {
        if (path === '.') {
          problems.push('the whole folder is copied');
        } else if (!reachesBuilder(path, ignore)) {
          problems.push(`.dockerignore keeps ${path} away from the builder`);
        }
      }
    }
  }
  for (const secret of [
    '.env',
    'app-config.local.yaml',
    '.git/config',
    '.data/db',
  ]) {
    if (reachesBuilder(secret, ignore)) {
      problems.push(`.dockerignore lets ${secret} through`);
    }
  }
  const labels = last
    .filter(i => i.instruction === 'LABEL')
    .map(i => i.rest)
    .join(' ');
  for (const label of wantedLabels) {
    if (!labels.includes(`org.opencontainers.image.${label}=`)) {
      problems.push(`the image has no label ${label}`);
    }
  }
  const entry =
    last.find(({ instruction }) => instruction === 'ENTRYPOINT')?.rest ?? '';
  if (!entry.startsWith('[') || !entry.includes('tini')) {
    problems.push('signals do not reach the portal, or orphans stay');
  }
  if (!entry.includes('instrumentation')) {
    problems.push('the metrics are not loaded before the portal');
  }
  return problems;
}
