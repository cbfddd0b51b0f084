interface Repair {
  /** What is wrong, and whose it is. */
  problem: string;
  selector: string;
  apply(element: Element): void;
}

/**
 * Every repair sets what a fixed upstream component would set by itself, and
 * then finds nothing to do. Found with axe on Backstage 1.55; drop an entry
 * when its problem is gone.
 */
const repairs: Repair[] = [
  {
    problem:
      'core-components Table: the handle that drags a column is a button without a name inside the button that sorts it',
    selector: '[data-rbd-drag-handle-draggable-id][role="button"]',
    apply(handle) {
      for (const name of ['role', 'tabindex', 'aria-describedby']) {
        handle.removeAttribute(name);
      }
    },
  },
  {
    problem:
      'BUI PluginHeader: its tabs are links to pages, and name panels that do not exist',
    selector: '[role="tab"][aria-controls]',
    apply(tab) {
      const panel = tab.getAttribute('aria-controls');
      if (panel && !document.getElementById(panel)) {
        tab.removeAttribute('aria-controls');
      }
    },
  },
  {
    problem: 'scaffolder template card: a button around a link without a name',
    selector: 'button[aria-label]:not([role]) a[href]:not([aria-label])',
    apply(link) {
      const button = link.closest('button');
      if (!button || link.textContent?.trim()) {
        return;
      }
      link.setAttribute('aria-label', button.getAttribute('aria-label') ?? '');
      button.setAttribute('role', 'group');
      button.setAttribute('tabindex', '-1');
    },
  },
  {
    problem:
      'catalog-graph filters: a field that only a text above it describes',
    selector:
      '[class*="MuiAutocomplete-root"] input:not([aria-label]):not([aria-labelledby])',
    apply(input) {
      const field = input.closest('[class*="MuiAutocomplete-root"]');
      const text = field?.previousElementSibling?.textContent?.trim();
      if (text && !(input as HTMLInputElement).labels?.length) {
        input.setAttribute('aria-label', text);
      }
    },
  },
  {
    problem: 'Material UI progress: says that it turns, not what it means',
    selector: '[role="progressbar"]:not([aria-label]):not([aria-labelledby])',
    apply(progress) {
      progress.setAttribute('aria-label', 'Loading');
    },
  },
  {
    problem:
      'core-components CodeSnippet: long lines scroll, but only with a mouse',
    selector: 'pre[style*="overflow-x"]:not([tabindex])',
    apply(snippet) {
      snippet.setAttribute('tabindex', '0');
    },
  },
  {
    problem: 'Swagger UI: a choice without a label',
    selector: '.swagger-ui select#servers:not([aria-label])',
    apply(select) {
      select.setAttribute('aria-label', 'Server');
    },
  },
  {
    problem: 'Swagger UI: a link to itself inside the button that unfolds it',
    selector: '.swagger-ui .opblock-summary-control a[href]',
    apply(link) {
      link.removeAttribute('href');
    },
  },
];

/** Applies every repair to what it finds below `root`. */
export function repair(root: ParentNode): void {
  for (const { selector, apply } of repairs) {
    for (const element of root.querySelectorAll(selector)) {
      apply(element);
    }
  }
}
