import { blocksOf } from './walk.mjs';

/** The text below a heading, up to the next one of the same or a higher level. */
function sectionOf(text, title) {
  const start = text.search(new RegExp(`^#+ ${title}\\b`, 'im'));
  if (start < 0) {
    return undefined;
  }
  const [heading] = text.slice(start).match(/^#+/);
  const rest = text.slice(start + heading.length);
  const end = rest.search(new RegExp(`^#{1,${heading.length}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

function missing(text, names, title) {
  const section = sectionOf(text, title);
  if (section === undefined) {
    return names.length === 0 ? [] : [`README.md has no section "${title}"`];
  }
  return names
    .filter(name => !section.includes(`\`${name}\``))
    .map(name => `README.md does not list \`${name}\` under ${title}`);
}

/** The README lists what goes in and comes out, what it costs, and an example. */
export const readme = {
  name: 'readme',
  check(module) {
    const text = module.files['README.md'];
    if (!text && module.describedAround) {
      return [];
    }
    if (!text) {
      return ['README.md is missing'];
    }
    const namesOf = kind => blocksOf(module, kind).map(({ name }) => name);
    return [
      ...missing(text, namesOf('variable'), 'Inputs'),
      ...missing(text, namesOf('output'), 'Outputs'),
      ...['Cost', 'Example']
        .filter(title => sectionOf(text, title) === undefined)
        .map(title => `README.md has no section "${title}"`),
    ];
  },
};
