import assert from 'node:assert/strict';
import test from 'node:test';
import { anchorOf, brokenAddresses, brokenLinks, readPage } from './links.mjs';

test('headings become the anchors of MkDocs', () => {
  assert.equal(anchorOf('What it costs, and why'), 'what-it-costs-and-why');
  assert.equal(
    anchorOf('1. Fence the old writer (T5)'),
    '1-fence-the-old-writer-t5',
  );
  assert.deepEqual(readPage('# A `b`\n\n## Same\n\n## Same\n').anchors, [
    'a-b',
    'same',
    'same_1',
  ]);
});

test('links and pictures that lead somewhere are fine', () => {
  const files = new Map([
    [
      'index.md',
      '# Home\n[a](sub/a.md#part-two) ![map](sub/map.svg) [out](https://example.com) [here](#home)',
    ],
    ['sub/a.md', '# A\n## Part two\n[back](../index.md)'],
    ['sub/map.svg', '<svg/>'],
  ]);
  const nav = [{ Home: 'index.md' }, { More: [{ A: 'sub/a.md' }] }];
  assert.deepEqual(brokenLinks(files, nav), []);
});

test('what leads nowhere is named', () => {
  const files = new Map([
    [
      'index.md',
      '# Home\n[a](a.md#none) [b](b.md) [c](../README.md) [d](#nope)',
    ],
    ['a.md', '# A'],
  ]);
  assert.deepEqual(brokenLinks(files, [{ Home: 'index.md' }, 'gone.md']), [
    'mkdocs.yml lists gone.md, which is not there',
    'mkdocs.yml does not list docs/a.md',
    'docs/index.md links to a.md#none, which has no such heading',
    'docs/index.md links to b.md, which is not in docs/',
    'docs/index.md links to ../README.md, which is not in docs/',
    'docs/index.md links to #nope, which has no such heading',
  ]);
});

test('addresses in alerts are followed to their heading', () => {
  const files = new Map([
    ['runbooks/platform.md', '# Alerts\n## NodePoolAtLimit\n'],
  ]);
  const base =
    'https://portal.example/docs/default/component/arctiq-portal/runbooks/';
  const texts = new Map([
    ['a.yaml', `runbook_url: ${base}platform/#nodepoolatlimit\n`],
    ['b.yaml', `runbook_url: ${base}platform/#gone\nother: "${base}none"\n`],
  ]);
  assert.deepEqual(brokenAddresses(texts, files), [
    'b.yaml leads to runbooks/platform#gone, which is not in docs/',
    'b.yaml leads to runbooks/none, which is not in docs/',
  ]);
});
