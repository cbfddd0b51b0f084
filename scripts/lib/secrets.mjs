import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const names = [
  'AUTH_SESSION_SECRET',
  'GITHUB_TOKEN',
  'GITHUB_WEBHOOK_SECRET',
  'PROMETHEUS_TOKEN',
  'PAGERDUTY_TOKEN',
];

/**
 * Secrets of a local set-up: random, made once, readable by their owner only.
 * Portal and sandbox share them, as a company's secret store would hand them out.
 */
export function localSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const known = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : {};
  const missing = names.filter(name => !known[name]);
  if (missing.length > 0) {
    for (const name of missing) {
      known[name] = randomBytes(32).toString('hex');
    }
    fs.mkdirSync(dataDir, { recursive: true });
    fs.writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`, {
      mode: 0o600,
    });
  }
  return known;
}
