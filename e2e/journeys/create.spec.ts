import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, expectAccessible, signIn, test } from '../support/browser';
import { freshName } from '../support/requests';

/** Runs a command in a folder and gives what it printed. */
function command(cwd: string, name: string, ...args: string[]): string {
  return execFileSync(name, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
  });
}

test('a developer takes a service from the form to a clone that builds', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const name = freshName('delivery-slots');
  await signIn(page, 'developer');

  await page.getByRole('link', { name: 'Create', exact: true }).first().click();
  await expectAccessible(page);
  await page
    .getByRole('article')
    .filter({ hasText: /Node/ })
    .getByRole('button', { name: /choose/i })
    .or(page.getByRole('button', { name: /choose/i }))
    .first()
    .click();

  await page.getByLabel(/^Name/).fill('Orders/Service');
  await expect(page.getByText(/lower case|lower-case/i).first()).toBeVisible();
  await page.getByLabel(/^Name/).fill('order-service');
  await expect(
    page.getByText(/exists already|already exists|taken/i).first(),
  ).toBeVisible();
  await page.getByLabel(/^Name/).fill(name);
  await expect(page.getByText(/available/i).first()).toBeVisible();
  await page
    .getByLabel(/^Description/)
    .fill('Answers which delivery slots are free');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();

  await expect(page.getByLabel(/^Owner/)).toHaveValue(/Orders/);
  await page.getByLabel(/^System/).click();
  await page.getByRole('option', { name: 'Orders', exact: true }).click();
  await page.getByRole('radio', { name: /internal/ }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Review/ }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create' }).click();

  await expect(page.getByRole('link', { name: /Repository/ })).toBeVisible({
    timeout: 60_000,
  });
  await expectAccessible(page);
  const clone = (
    await page
      .getByText(/git clone /)
      .first()
      .innerText()
  ).match(/git clone (\S+)/)![1];

  await page.getByRole('link', { name: 'Open in the catalog' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();

  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-clone-'));
  try {
    command(home, 'git', 'clone', '--quiet', clone, 'service');
    const service = path.join(home, 'service');
    command(service, 'npm', 'ci', '--no-audit', '--no-fund');
    command(service, 'npm', 'test');
    command(service, 'npm', 'run', 'build');
    const helm = process.env.HELM_PATH;
    expect(helm, 'helm, resolved by the browser stage').toBeTruthy();
    expect(command(service, helm!, 'lint', 'chart')).toContain(
      '0 chart(s) failed',
    );
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
});
