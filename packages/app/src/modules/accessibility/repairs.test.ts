import { repair } from './repairs';

function repaired(html: string): HTMLElement {
  document.body.innerHTML = html;
  repair(document);
  return document.body;
}

describe('repair', () => {
  it('leaves the button that sorts a column as the only one', () => {
    const body = repaired(
      `<span role="button" tabindex="0"><div data-rbd-drag-handle-draggable-id="0" role="button" tabindex="0" aria-describedby="x">Name</div></span>`,
    );

    expect(body.querySelectorAll('[role="button"]')).toHaveLength(1);
    expect(body.querySelector('div')?.getAttributeNames()).toEqual([
      'data-rbd-drag-handle-draggable-id',
    ]);
  });

  it('lets a tab name its panel only where there is one', () => {
    const body = repaired(
      `<a role="tab" id="a" aria-controls="there"></a><a role="tab" id="b" aria-controls="nowhere"></a><div id="there"></div>`,
    );

    expect(body.querySelector('#a')).toHaveAttribute('aria-controls', 'there');
    expect(body.querySelector('#b')).not.toHaveAttribute('aria-controls');
  });

  it('names the link of a template and takes its button out of the way', () => {
    const body = repaired(
      `<button aria-label="Show details"><span><span><a href="/x"><svg></svg></a></span></span></button>`,
    );

    expect(body.querySelector('a')).toHaveAttribute(
      'aria-label',
      'Show details',
    );
    expect(body.querySelector('button')).toHaveAttribute('role', 'group');
    expect(body.querySelector('button')).toHaveAttribute('tabindex', '-1');
  });

  it('names a field by the text above it, unless it has a label', () => {
    const body = repaired(
      `<p>Kinds</p><div class="MuiAutocomplete-root-12"><input id="a"></div>
       <p>Other</p><div class="MuiAutocomplete-root"><label for="b">Owner</label><input id="b"></div>`,
    );

    expect(body.querySelector('#a')).toHaveAttribute('aria-label', 'Kinds');
    expect(body.querySelector('#b')).not.toHaveAttribute('aria-label');
  });

  it('says what a progress without a name means', () => {
    const body = repaired(
      `<div role="progressbar"></div><div role="progressbar" aria-label="40 %"></div>`,
    );

    expect(
      [...body.children].map(child => child.getAttribute('aria-label')),
    ).toEqual(['Loading', '40 %']);
  });

  it('lets the keyboard scroll long lines of code', () => {
    const body = repaired(
      `<pre style="display: block; overflow-x: auto"><code>git clone</code></pre><pre>short</pre>`,
    );

    const [long, short] = body.querySelectorAll('pre');
    expect(long).toHaveAttribute('tabindex', '0');
    expect(short).not.toHaveAttribute('tabindex');
  });

  it('repairs the page of an OpenAPI document', () => {
    const body = repaired(
      `<div class="swagger-ui"><select id="servers"></select><button class="opblock-summary-control"><a href="#x">/orders</a></button></div>`,
    );

    expect(body.querySelector('select')).toHaveAttribute(
      'aria-label',
      'Server',
    );
    expect(body.querySelector('a')).not.toHaveAttribute('href');
  });
});
