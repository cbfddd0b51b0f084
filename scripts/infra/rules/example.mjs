/** There is an example that calls the module as it lies here. */
export const example = {
  name: 'example',
  check({ name, parsed }) {
    if (parsed.example.length === 0) {
      // What a module carries inside is applied by the module's own example.
      return name.includes('/') ? [] : ['examples/minimal/main.tf is missing'];
    }
    const sources = parsed.example
      .flatMap(file => Object.values(file.module ?? {}))
      .flat()
      .map(({ source }) => source);
    return sources.includes('../..')
      ? []
      : ['examples/minimal does not call the module by source = "../.."'];
  },
};
