import { encode } from 'uqr';

/** Modules on each side, quiet zone included, and the dark ones as the path of an SVG: `29 M2 2h7v1h-7z…`. */
export function qrPath(text: string): string {
  // The standard asks for four light modules around (ISO/IEC 18004, 6.3.8).
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index: x }) => `M${x} ${y}h${run.length}v1h-${run.length}z`),
  );
  return `${size} ${runs.join('')}`;
}
