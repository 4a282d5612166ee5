import type { ComponentType } from 'react';

type Icons = Record<string, ComponentType>;

/**
 * Icons that a page shows many times: drawn once in this sheet, and pointed at by `Glyph` wherever they stand. `sheet`
 * tells the sheets of a page apart.
 */
export function GlyphSheet({ sheet, icons }: { sheet: string; icons: Icons }) {
  return (
    <svg className="glyph-sheet" width="0" height="0" aria-hidden="true">
      {Object.entries(icons).map(([name, Icon]) => (
        <symbol key={name} id={`${sheet}-${name}`} viewBox="0 0 24 24">
          <Icon />
        </symbol>
      ))}
    </svg>
  );
}

/** One icon of a sheet; `points` mirrors it where the writing runs from right to left. */
export function Glyph({ of, points }: { of: string; points?: boolean }) {
  return (
    <svg className={points ? 'z-icon z-points' : 'z-icon'} aria-hidden="true">
      <use href={`#${of}`} />
    </svg>
  );
}
