/** A QR code; what it says must also stand beside it in writing. @param path from `qrPath` */
export function QrCode({ path, className }: { path: string; className?: string }) {
  const at = path.indexOf(' ');
  const size = path.slice(0, at);
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} aria-hidden="true" shapeRendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path.slice(at + 1)} fill="#000" />
    </svg>
  );
}
