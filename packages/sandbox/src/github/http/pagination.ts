/** Which part of a list is asked for. */
export interface Page {
  page: number;
  perPage: number;
}

function positive(text: string | null, fallback: number): number {
  const value = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : fallback;
}

/** Reads `page` and `per_page`: 30 by default, 100 at most, as GitHub does. */
export function readPage(query: URLSearchParams): Page {
  return {
    page: positive(query.get('page'), 1),
    perPage: Math.min(positive(query.get('per_page'), 30), 100),
  };
}

/** The part of `items` that a page shows. */
export function slicePage<T>(items: T[], { page, perPage }: Page): T[] {
  return items.slice((page - 1) * perPage, page * perPage);
}

/**
 * The Link header of a list.
 *
 * @param url - address of the list with its query
 * @param total - length of the whole list
 * @returns undefined when the list fits on one page
 */
export function linkHeader(
  url: URL,
  { page, perPage }: Page,
  total: number,
): string | undefined {
  const last = Math.max(1, Math.ceil(total / perPage));
  const relations: Array<[string, number]> = [];
  if (page > 1) {
    relations.push(['prev', Math.min(page - 1, last)]);
  }
  if (page < last) {
    relations.push(['next', page + 1], ['last', last]);
  }
  if (page > 1) {
    relations.push(['first', 1]);
  }
  return (
    relations
      .map(([relation, number]) => {
        const target = new URL(url);
        target.searchParams.set('page', String(number));
        return `<${target}>; rel="${relation}"`;
      })
      .join(', ') || undefined
  );
}
