/**
 * What is rendered in the tests: every tier, and descriptions that a person
 * could type or paste. The form refuses some of them; the files must hold
 * whatever comes, since the form is not the only way in.
 */

function answers(overrides) {
  return {
    name: 'returns-api',
    description: 'Accepts returns and tells their state',
    owner: 'group:default/orders',
    system: 'system:default/returns-and-refunds',
    tier: '2',
    ...overrides,
  };
}

const hostile = {
  'quotes and colons': `It's "quoted": yes, # and 'single' - too`,
  'template expressions':
    '${{ values.owner }} {{ .Values.x }} {% raw %} {# note #} $(id) `id`',
  'GitHub expressions': '${{ secrets.TOKEN }} ${{ github.event.issue.title }}',
  'line breaks':
    'first line\nkind: User\r\n---\n# heading\n\n- item\n\n```sh\nrm -rf /',
  markup:
    '<script>alert(1)</script> [x](javascript:alert(1)) ![i](http://x/y) **b** _i_ ~~s~~ &copy;',
  'YAML look-alikes': '*alias &anchor !!js/function | > % @ ` { } [ ] ? - ~',
  'a backslash at the end': 'path C:\\temp\\',
  'control characters':
    'bell\u0007 null\u0000 del\u007f next\u0085 line\u2028 bom\ufeff',
  'other scripts': 'Zürich 東京 مرحبا 👩‍👩‍👧 e\u0301',
  'only digits': '12345678901234567890',
  'a word of YAML': 'null',
  'a thousand characters': `${'x: "y" '.repeat(142)}end`,
};

/** Each case: its name, the answers, and whether the description is hostile. */
export const cases = [
  ...['1', '2', '3'].map(tier => ({
    name: `tier ${tier}`,
    answers: answers({ tier, name: `tier-${tier}-service` }),
  })),
  { name: 'shortest name', answers: answers({ name: 'abc' }) },
  {
    name: 'a name that YAML reads as a value',
    answers: answers({ name: 'null' }),
  },
  {
    name: 'longest name',
    answers: answers({ name: `${'long-'.repeat(7)}names` }),
  },
  ...Object.entries(hostile).map(([name, description]) => ({
    name: `description with ${name}`,
    answers: answers({ description }),
    hostile: true,
  })),
];

/** The description as it stands in the files: one line, no control characters. */
export function asText(description) {
  return description
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ')
    .trim();
}
