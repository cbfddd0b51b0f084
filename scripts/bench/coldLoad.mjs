import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { people } from '../../e2e/support/people.ts';
import { inRoot } from '../lib/paths.mjs';
import { resolveTool } from '../tools/resolve.mjs';

const { chromium } = createRequire(inRoot('package.json'))('@playwright/test');

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * What a signed-in person's browser fetches for the home page with an empty
 * cache: every script and style sheet until five seconds after the greeting,
 * also those that are loaded on demand.
 */
export async function measureColdLoad(instance) {
  const browser = await chromium.launch({
    executablePath: await resolveTool('chromium'),
    args: flags,
  });
  try {
    const first = await browser.newContext();
    const page = await first.newPage();
    await page.goto(instance.url);
    await page
      .getByRole('button', { name: new RegExp(people.developer.name) })
      .click();
    const greeting = target =>
      target.getByRole('heading', { name: /Amara/ }).waitFor();
    await greeting(page);
    const storageState = await first.storageState();

    const cold = await browser.newContext({ storageState });
    const visit = await cold.newPage();
    const bodies = [];
    visit.on('response', response => {
      if (
        ['script', 'stylesheet'].includes(response.request().resourceType())
      ) {
        bodies.push(response.body());
      }
    });
    const startedAt = performance.now();
    await visit.goto(instance.url);
    await greeting(visit);
    const greetedAfter = performance.now() - startedAt;
    await visit.waitForTimeout(5000);
    const contents = await Promise.all(bodies);
    return {
      files: contents.length,
      gzipBytes: contents.reduce(
        (total, content) => total + gzipSync(content, { level: 6 }).length,
        0,
      ),
      greetingVisibleMs: Math.round(greetedAfter),
    };
  } finally {
    await browser.close();
  }
}
