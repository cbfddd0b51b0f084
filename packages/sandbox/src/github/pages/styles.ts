/** The one style sheet of the pages. */
export const styles = `
:root { color-scheme: light dark; --bg: #fff; --fg: #1f2328; --muted: #59636e;
  --line: #d1d9e0; --soft: #f6f8fa; --link: #0550ae; --add: #dafbe1;
  --del: #ffebe9; --banner: #fff8c5; --banner-fg: #4d2d00; }
@media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --fg: #f0f6fc;
  --muted: #9ea7b3; --line: #3d444d; --soft: #151b23; --link: #79b8ff;
  --add: #12361f; --del: #4b1a1c; --banner: #3b2e00; --banner-fg: #f8e3a1; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--fg);
  font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--link); }
.banner { background: var(--banner); color: var(--banner-fg); padding: 6px 16px;
  font-size: 14px; }
header, main { max-width: 1080px; margin: 0 auto; padding: 12px 16px; }
header h1 { font-size: 22px; margin: 4px 0; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
nav a[aria-current] { font-weight: 600; color: var(--fg); }
.muted { color: var(--muted); font-size: 14px; }
.badge { display: inline-block; border: 1px solid var(--line);
  border-radius: 999px; padding: 0 8px; font-size: 13px; margin-right: 4px; }
.box { border: 1px solid var(--line); border-radius: 6px; margin: 16px 0;
  overflow: hidden; }
.box > h2 { background: var(--soft); border-bottom: 1px solid var(--line);
  font-size: 15px; margin: 0; padding: 8px 12px; overflow-wrap: anywhere; }
.box > .content { padding: 4px 16px; overflow-x: auto; }
ul.rows { list-style: none; margin: 0; padding: 0; }
ul.rows li { padding: 8px 12px; overflow-wrap: anywhere; }
ul.rows li + li { border-top: 1px solid var(--line); }
pre { margin: 0; padding: 12px; overflow-x: auto; background: var(--soft);
  font: 13px/1.45 ui-monospace, monospace; }
pre .line { display: block; min-height: 1.45em; }
pre .add { background: var(--add); }
pre .del { background: var(--del); }
code { font: 13px ui-monospace, monospace; background: var(--soft);
  padding: 1px 4px; border-radius: 4px; overflow-wrap: anywhere; }
pre code { padding: 0; }
table { border-collapse: collapse; }
td, th { border: 1px solid var(--line); padding: 4px 8px; text-align: left; }
img { max-width: 100%; }
`;
