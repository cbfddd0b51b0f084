/** A table; a table without rows is nothing. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) {
    return '';
  }
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/** A section; a section without text is left out. */
export function section(title: string, text: string): string {
  return text && `## ${title}\n\n${text}`;
}

/** Joins the parts of a page that are there, an empty line between. */
export function page(...parts: readonly string[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A bulleted list. */
export function bullets(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}

/** A numbered list. */
export function steps(items: readonly string[]): string {
  return items.map((item, number) => `${number + 1}. ${item}`).join('\n');
}

/** Code on lines of its own. */
export function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
