/**
 * The mark of the portal: an iceberg that is an A, most of it under water.
 * Drawn on its own dark tile, so that it reads the same on every background.
 */
export function LogoMark(props: { size?: number }) {
  const { size = 32 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="8" fill="#0f2c44" />
      <path d="M16 4 16 16.2 9.2 16.2Z" fill="#d9f6fb" />
      <path d="M16 4 22.8 16.2 16 16.2Z" fill="#7fdcea" />
      <path d="M8 18.4 16 18.4 16 28Z" fill="#3bb3c8" />
      <path d="M24 18.4 16 18.4 16 28Z" fill="#1f7f98" />
    </svg>
  );
}
