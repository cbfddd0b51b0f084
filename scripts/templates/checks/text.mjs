import { createRequire } from 'node:module';
import { inRoot } from '../../lib/paths.mjs';
import { asText } from '../cases.mjs';
import { listFiles, read, readDocuments } from '../files.mjs';

const MarkdownIt = createRequire(inRoot('package.json'))('markdown-it');

const isStructured = file =>
  /\.(ya?ml|json)$/.test(file) && !file.startsWith('chart/templates/');

/** YAML and JSON files parse, and files end as text files do. */
export function checkForm(folder) {
  const problems = [];
  for (const file of listFiles(folder)) {
    const text = read(folder, file);
    if (!text.endsWith('\n') || text.endsWith('\n\n')) {
      problems.push(`${file} does not end with exactly one line break`);
    }
    if (isStructured(file)) {
      try {
        readDocuments(folder, file);
      } catch (error) {
        problems.push(`${file} does not parse: ${error.message}`);
      }
    }
  }
  return problems;
}

/** What the template language leaves behind when something went wrong. */
const leftovers = [
  /\$\{\{-?\s*values\b/,
  /\{%|%\}/,
  /\[object Object\]/,
  /https?:\/\/(undefined|null)\b/,
];

/** Nothing of the template's own language is left over. */
export function checkNothingUnresolved(folder) {
  const problems = [];
  for (const file of listFiles(folder)) {
    for (const [index, line] of read(folder, file).split('\n').entries()) {
      if (leftovers.some(pattern => pattern.test(line))) {
        problems.push(`${file}:${index + 1}: ${line.trim().slice(0, 80)}`);
      }
    }
  }
  return problems;
}

/** The text of the paragraph that follows "Purpose:", and what else it holds. */
function purposeOf(markdown) {
  const tokens = new MarkdownIt({ html: true, linkify: false }).parse(
    markdown,
    {},
  );
  const inline = tokens.find(({ content }) =>
    content.startsWith('**Purpose:**'),
  );
  const [, , , ...rest] = inline.children.filter(
    ({ type, content }) => type !== 'text' || content !== '',
  );
  return {
    text: rest
      .map(({ content }) => content)
      .join('')
      .trim(),
    markup: rest
      .map(({ type }) => type)
      .filter(type => !['text', 'text_special'].includes(type)),
  };
}

/** The description is the same text everywhere, and markup nowhere. */
export function checkDescription(folder, answers) {
  const expected = asText(answers.description);
  const component = readDocuments(folder, 'catalog-info.yaml')[0];
  const found = {
    'package.json': readDocuments(folder, 'package.json')[0].description,
    'chart/Chart.yaml': readDocuments(folder, 'chart/Chart.yaml')[0]
      .description,
    'openapi.yaml': readDocuments(folder, 'openapi.yaml')[0].info.description,
    'catalog-info.yaml': component.metadata.description,
  };
  const problems = [];
  for (const file of ['README.md', 'docs/index.md']) {
    const { text, markup } = purposeOf(read(folder, file));
    found[file] = text;
    if (markup.length > 0) {
      problems.push(`${file}: the description became ${markup.join(', ')}`);
    }
  }
  for (const [file, value] of Object.entries(found)) {
    if (value !== expected) {
      problems.push(
        `${file} says ${JSON.stringify(value)} instead of ${JSON.stringify(
          expected,
        )}`,
      );
    }
  }
  return problems;
}
