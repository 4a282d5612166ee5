const patterns = [
  <path key="p" d="M-4 10 10-4M0 26 26 0M10 36 36 10M20 46 46 20" />,
  <path key="p" d="M4-2v44M14-2v44M26-2v44M36-2v44" />,
  <path key="p" d="M-2 8c7 0 7 6 14 6s7-6 14-6 7 6 16 6M-2 26c7 0 7 6 14 6s7-6 14-6 7 6 16 6" />,
  <path key="p" d="M0 0h40v40M0 10h30v30M0 20h20v20M0 30h10v10" />,
  <path key="p" d="M40 0A40 40 0 0 1 0 40M30 0A30 30 0 0 1 0 30M20 0A20 20 0 0 1 0 20" />,
  <path
    key="p"
    d="M6 6h.1M20 6h.1M34 6h.1M13 17h.1M27 17h.1M6 28h.1M20 28h.1M34 28h.1M13 38h.1M27 38h.1"
    strokeWidth="5"
  />,
];
const hues = ['saffron', 'success', 'info', 'danger', 'action'];

/** A small stable number from a name (FNV-1a), so that the same name looks the same everywhere. */
function numberOf(name: string): number {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

/** A pseudonym's first letter on a pattern that comes from the name. Decoration: the name stands beside it. */
export function Avatar({ name, size }: { name: string; size: 'small' | 'large' }) {
  const number = numberOf(name.normalize('NFC'));
  const [first = ''] = name.trim();
  return (
    <span className={`z-avatar z-avatar--${size} z-avatar--${hues[number % hues.length]}`} aria-hidden="true">
      <svg viewBox="0 0 40 40" aria-hidden="true">
        {patterns[Math.floor(number / hues.length) % patterns.length]}
      </svg>
      <span>{first.toLocaleUpperCase()}</span>
    </span>
  );
}
