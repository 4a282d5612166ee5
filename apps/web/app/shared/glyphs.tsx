import type { ComponentType } from 'react';

/**
 * Icons that a page shows many times: drawn once in a sheet, and pointed at wherever they stand. The sheet must be on
 * the page. `page` tells the sheets of a page apart.
 */
export function glyphSheet<Name extends string>(page: string, icons: Record<Name, ComponentType>) {
  const drawn = Object.entries<ComponentType>(icons);
  function Sheet() {
    return (
      <svg className="glyph-sheet" width="0" height="0" aria-hidden="true">
        {drawn.map(([name, Icon]) => (
          <symbol key={name} id={`${page}-${name}`} viewBox="0 0 24 24">
            <Icon />
          </symbol>
        ))}
      </svg>
    );
  }
  function Glyph({ name, points }: { name: Name; points?: boolean }) {
    return (
      <svg className={points ? 'lucide z-points' : 'lucide'} aria-hidden="true">
        <use href={`#${page}-${name}`} />
      </svg>
    );
  }
  return { Sheet, Glyph };
}
