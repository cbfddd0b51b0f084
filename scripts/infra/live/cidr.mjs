const shape = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** An IPv4 network as first and last address; undefined when it is none. */
export function parseCidr(text) {
  const match = shape.exec(text);
  if (!match) {
    return undefined;
  }
  const octets = match.slice(1, 5).map(Number);
  const bits = Number(match[5]);
  if (bits > 32 || octets.some(octet => octet > 255)) {
    return undefined;
  }
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - bits);
  const first = Math.floor(address / size) * size;
  return { text, bits, first, last: first + size - 1 };
}

/** True where two networks share an address. */
export function overlap(a, b) {
  return a.first <= b.last && b.first <= a.last;
}

/** True where the inner network lies in the outer one as a whole. */
export function contains(outer, inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}
