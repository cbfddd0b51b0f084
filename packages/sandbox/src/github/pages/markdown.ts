import MarkdownIt from 'markdown-it';
import { Html } from './html';

// HTML inside Markdown is shown as text; links of other schemes are dropped.
const renderer = new MarkdownIt({ html: false, linkify: false });
const pictures = renderer.renderer.rules;

// The pages load nothing from elsewhere, so a picture shows as its description.
pictures.image = (tokens, index) =>
  renderer.utils.escapeHtml(tokens[index].content);

/** Markdown as HTML that is safe to show. */
export function renderMarkdown(text: string): Html {
  return new Html(renderer.render(text));
}
