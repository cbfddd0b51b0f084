/** Images that objects name, in pods of any kind (policies name some as well, to compare). */
export function imagesOf(objects) {
  const found = [];
  const walk = (value, owner) => {
    if (Array.isArray(value)) {
      value.forEach(item => walk(item, owner));
    } else if (value && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) {
        if (key === 'image' && typeof item === 'string') {
          found.push({ image: item, owner });
        } else {
          walk(item, owner);
        }
      }
    }
  };
  const pods = objects.filter(
    ({ apiVersion = '' }) => !apiVersion.includes('gatekeeper.sh/'),
  );
  pods.forEach(object =>
    walk(object.spec, `${object.kind} ${object.metadata.name}`),
  );
  return found;
}

/** An image without a version, or with one that moves by itself. */
export function imageProblems(images) {
  return images
    .filter(({ image }) => {
      if (/@sha256:[0-9a-f]{64}$/.test(image)) {
        return false;
      }
      const tag = image.replace(/^.*\//, '').split(':')[1];
      return !tag || tag === 'latest' || !/\d/.test(tag);
    })
    .map(({ image, owner }) => `${owner}: ${image} names no version`);
}
