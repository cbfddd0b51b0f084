const lowerBound = /^>= \d+\.\d+(\.\d+)?$/;

/** A module states the lowest versions that it works with; roots pin. */
export const versions = {
  name: 'versions',
  check({ files, parsed }) {
    if (!('versions.tf' in files)) {
      return ['versions.tf is missing'];
    }
    const blocks = parsed.module.flatMap(({ terraform = [] }) => terraform);
    const wanted = blocks.map(block => block.required_version).find(Boolean);
    const providers = blocks
      .flatMap(block => block.required_providers ?? [])
      .flatMap(block => Object.entries(block));
    return [
      !lowerBound.test(wanted ?? '') &&
        `required_version must be a lower bound like ">= 1.9.0", it is ${wanted}`,
      ...providers
        .filter(([, { version }]) => !lowerBound.test(version ?? ''))
        .map(
          ([name, { version }]) =>
            `provider ${name} must have a lower bound like ">= 5.80.0", it is ${version}`,
        ),
    ].filter(Boolean);
  },
};
