/** The changelog names a version, so that callers can pin the tag of it. */
export const changelog = {
  name: 'changelog',
  // What a module carries inside has the version of the module.
  check: ({ name, files }) =>
    name.includes('/') ||
    /^## \d+\.\d+\.\d+$/m.test(files['CHANGELOG.md'] ?? '')
      ? []
      : ['CHANGELOG.md has no line like "## 1.0.0"'],
};
