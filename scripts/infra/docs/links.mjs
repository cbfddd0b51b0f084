import fs from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import YAML from 'yaml';

const markdown = new MarkdownIt({ html: true });

/** The anchor that MkDocs gives a heading. */
export function anchorOf(heading) {
  return heading
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** Text of a heading without its marks. */
function plain(inline) {
  return inline.children
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');
}

/** Anchors of a page, and the addresses that its links and pictures go to. */
export function readPage(text) {
  const anchors = [];
  const targets = [];
  const tokens = markdown.parse(text, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const anchor = anchorOf(plain(tokens[index + 1]));
      const earlier = anchors.filter(
        known => known.replace(/_\d+$/, '') === anchor,
      ).length;
      anchors.push(earlier > 0 ? `${anchor}_${earlier}` : anchor);
    }
    for (const child of token.children ?? []) {
      const target = child.attrGet?.('href') ?? child.attrGet?.('src');
      if (target) {
        targets.push(decodeURI(target));
      }
    }
  }
  return { anchors, targets };
}

/** All files of the navigation of a site, however deep. */
function navigated(nav) {
  return nav.flatMap(entry =>
    typeof entry === 'string'
      ? [entry]
      : Object.values(entry).flatMap(value =>
          typeof value === 'string' ? [value] : navigated(value),
        ),
  );
}

/**
 * What is wrong with the links of a documentation.
 *
 * @param files - contents by path below `docs/`
 * @param nav - `nav` of mkdocs.yml
 * @returns one line for each problem
 */
export function brokenLinks(files, nav) {
  const pages = new Map(
    [...files]
      .filter(([file]) => file.endsWith('.md'))
      .map(([file, text]) => [file, readPage(text)]),
  );
  const listed = navigated(nav);
  const missing = listed
    .filter(file => !pages.has(file))
    .map(file => `mkdocs.yml lists ${file}, which is not there`);
  const unlisted = [...pages.keys()]
    .filter(file => !listed.includes(file))
    .map(file => `mkdocs.yml does not list docs/${file}`);
  const broken = [...pages].flatMap(([file, { targets }]) =>
    targets
      .filter(target => !/^[a-z]+:/i.test(target))
      .flatMap(target => {
        const [address, anchor] = target.split('#');
        const to = address
          ? path.posix.join(path.posix.dirname(file), address)
          : file;
        if (!files.has(to)) {
          return [`docs/${file} links to ${target}, which is not in docs/`];
        }
        return anchor && !pages.get(to)?.anchors.includes(anchor)
          ? [`docs/${file} links to ${target}, which has no such heading`]
          : [];
      }),
  );
  return [...missing, ...unlisted, ...broken];
}

/**
 * Addresses of our documentation in other files, as alerts carry them.
 *
 * @param texts - contents by path
 * @returns one line for each address that leads nowhere
 */
export function brokenAddresses(texts, files) {
  const address =
    /\/docs\/default\/component\/arctiq-portal\/([\w/-]+?)\/?(?:#([\w-]+))?(?=["'\s]|$)/gm;
  return [...texts].flatMap(([file, text]) =>
    [...text.matchAll(address)].flatMap(([, page, anchor]) => {
      const content = files.get(`${page}.md`) ?? files.get(`${page}/index.md`);
      const found =
        content !== undefined &&
        (!anchor || readPage(content).anchors.includes(anchor));
      return found
        ? []
        : [
            `${file} leads to ${page}${
              anchor ? `#${anchor}` : ''
            }, which is not in docs/`,
          ];
    }),
  );
}

function readFolder(folder, below = '') {
  return fs
    .readdirSync(path.join(folder, below), { withFileTypes: true })
    .flatMap(entry => {
      const name = path.posix.join(below, entry.name);
      return entry.isDirectory()
        ? readFolder(folder, name)
        : [[name, fs.readFileSync(path.join(folder, name), 'utf8')]];
    });
}

/**
 * Checks the documentation of a repository.
 *
 * @param root - folder with mkdocs.yml and docs/
 */
export function checkDocs(root) {
  const { nav } = YAML.parse(
    fs.readFileSync(path.join(root, 'mkdocs.yml'), 'utf8'),
  );
  const files = new Map(readFolder(path.join(root, 'docs')));
  const problems = brokenLinks(files, nav);
  const addresses = brokenAddresses(
    readFolder(path.join(root, 'infra')),
    files,
  );
  return [
    {
      check: 'every page of docs/ is listed, and every link leads somewhere',
      ok: problems.length === 0,
      why: problems.join('\n'),
    },
    {
      check: 'the runbooks that infra/ names are in docs/',
      ok: addresses.length === 0,
      why: addresses.join('\n'),
    },
  ];
}
