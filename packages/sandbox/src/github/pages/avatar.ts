/** A picture for an account: its initials on a colour of its own. */
export function avatarSvg(id: number, name: string): string {
  const initials = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 2)
    .map(part => part[0].toUpperCase())
    .filter(letter => /[\p{L}\p{N}]/u.test(letter))
    .join('');
  const hue = (id * 47) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" width="80" height="80"><rect width="80" height="80" fill="hsl(${hue} 45% 35%)"/><text x="40" y="40" dy=".35em" text-anchor="middle" font-family="sans-serif" font-size="32" fill="#fff">${initials}</text></svg>`;
}
