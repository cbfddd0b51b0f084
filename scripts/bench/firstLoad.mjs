import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * What a browser must fetch before the app can draw anything: every script and
 * style sheet that index.html names, compressed as the backend compresses them.
 *
 * @param dist - folder of a built app
 */
export function measureFirstLoad(dist) {
  const html = fs.readFileSync(path.join(dist, 'index.html'), 'utf8');
  const assets = [
    ...html.matchAll(/<script[^>]+src="([^"]+\.js)"/g),
    ...html.matchAll(/<link[^>]+href="([^"]+\.css)"/g),
  ].map(([, url]) => url.replace(/^(https?:\/\/[^/]+)?\//, ''));
  const files = assets.map(asset => {
    const content = fs.readFileSync(path.join(dist, asset));
    return {
      file: path.basename(asset),
      rawBytes: content.length,
      gzipBytes: gzipSync(content, { level: 6 }).length,
    };
  });
  const sum = key => files.reduce((total, file) => total + file[key], 0);
  return {
    files: files.length,
    rawBytes: sum('rawBytes'),
    gzipBytes: sum('gzipBytes'),
    largest: files
      .sort((a, b) => b.gzipBytes - a.gzipBytes)
      .slice(0, 8)
      .map(({ file, gzipBytes }) => `${file} ${gzipBytes}`),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = process.argv[2] ?? 'packages/app/dist';
  process.stdout.write(`${JSON.stringify(measureFirstLoad(dist), null, 2)}\n`);
}
