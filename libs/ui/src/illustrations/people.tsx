import type { ReactNode } from 'react';

export type Fill =
  | 'paper'
  | 'wall'
  | 'saffron'
  | 'action'
  | 'soft'
  | 'clay'
  | 'sage'
  | 'sky'
  | 'rose'
  | 'umber'
  | 'ink';
type Hair = 'short' | 'curly' | 'bun' | 'long' | 'scarf' | 'cap' | 'grey' | 'beard';

interface PlaceProps {
  x: number;
  y: number;
  /** Size beside a grown person; the line keeps its width. */
  scale?: number;
  /** Turned the other way. */
  flip?: boolean;
  children?: ReactNode;
}

/** Puts a drawing whose feet are at 0,0 onto the picture. */
export function Place({ x, y, scale = 1, flip, children }: PlaceProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${flip ? -scale : scale} ${scale})`} strokeWidth={2.5 / scale}>
      {children}
    </g>
  );
}

interface HeadProps {
  skin: Fill;
  hair: Hair;
  tint?: Fill;
}

/** A head around 0,0 with a radius of 13. */
export function Head({ skin, hair, tint = 'ink' }: HeadProps) {
  const dye = `z-f-${tint}`;
  if (hair === 'scarf') {
    return (
      <>
        <path className={dye} d="M-16 0a16 16 0 0 1 32 0c0 8-1 13 5 20-9 6-33 6-42 0 6-7 5-12 5-20Z" />
        <ellipse className={`z-f-${skin}`} cx="0" cy="0" rx="9.5" ry="10.5" />
        <Face />
      </>
    );
  }
  return (
    <>
      {hair === 'long' && (
        <path className={dye} d="M-16 0a16 16 0 0 1 32 0v18a4 4 0 0 1-4 4h-24a4 4 0 0 1-4-4Z" />
      )}
      {hair === 'curly' && (
        <path
          className={dye}
          d="M-13 9c-8-2-9-11-3-14-3-8 5-13 10-10 3-6 12-5 13 1 7-2 12 5 8 11 5 4 3 12-4 12Z"
        />
      )}
      {hair === 'bun' && <circle className={dye} cx="0" cy="-16" r="6.5" />}
      <circle className={`z-f-${skin}`} cx="0" cy="0" r="13" />
      {hair === 'beard' && <path className={dye} d="M-12.8 1c.6 18 25 18 25.6 0-3.6 10-22 10-25.6 0Z" />}
      {(hair === 'short' || hair === 'beard' || hair === 'bun' || hair === 'long' || hair === 'curly') && (
        <path className={dye} d="M-13 0a13 13 0 0 1 26 0c-3-5-6-7-9-7-6 2-12 3-17 7Z" />
      )}
      {hair === 'grey' && (
        <path className="z-f-paper" d="M-13 1a13 13 0 0 1 26 0c-2-4-5-6-8-6h-10c-3 0-6 2-8 6Z" />
      )}
      {hair === 'cap' && (
        <>
          <path className={dye} d="M-13-3a13 13 0 0 1 26 0Z" />
          <path className={dye} d="M-13-3h32v3h-32Z" />
        </>
      )}
      <Face />
    </>
  );
}

function Face() {
  return <path className="z-face" d="M-4 0v.1M4 0v.1M-3.2 4.8c2 2 4.4 2 6.4 0" />;
}

interface PersonProps extends PlaceProps, HeadProps {
  coat: Fill;
  /** A long dress or coat instead of legs that show. */
  long?: boolean;
  /** Where the hand in front goes, from the shoulder: lifted, or holding something at the side. */
  arm?: 'up' | 'out' | 'down';
}

/** A grown person of 110 units, seen from the front, drawn in front of what is passed as children. */
export function Person({ x, y, scale, flip, skin, hair, tint, coat, long, arm, children }: PersonProps) {
  const hem = long ? -6 : -22;
  return (
    <Place x={x} y={y} scale={scale} flip={flip}>
      <path d="M-8-24V0h-5M8-24V0h5" />
      {arm === 'up' && (
        <>
          <circle className={`z-f-${skin}`} cx="34" cy="-99" r="5" />
          <path className={`z-f-${coat}`} d="M12-66c10-4 16-16 18-32l8 2c-1 22-10 38-22 44Z" />
        </>
      )}
      <path className={`z-f-${coat}`} d={`M-21 ${hem}V-62a21 20 0 0 1 42 0V${hem}Z`} />
      {arm === 'out' && (
        <>
          <circle className={`z-f-${skin}`} cx="36" cy="-48" r="5" />
          <path className={`z-f-${coat}`} d="M6-62c0 12 10 18 28 18v-8c-12 0-19-4-20-12Z" />
        </>
      )}
      {arm === 'down' && <path className="z-on" d="M10-58v22" />}
      <g transform="translate(0 -96)">
        <Head skin={skin} hair={hair} tint={tint} />
      </g>
      {children}
    </Place>
  );
}

/** Somebody in a wheelchair, facing along the line of writing. */
export function WheelchairUser({ x, y, skin, hair, tint, coat }: PlaceProps & HeadProps & { coat: Fill }) {
  return (
    <Place x={x} y={y}>
      <path d="M-24-70v42h40l10 22h12" />
      <path className={`z-f-${coat}`} d="M-19-30v-32a18 18 0 0 1 36 0v20h22a7 7 0 0 1 0 14Z" />
      <path d="M33-30v22M-34-68h12" />
      <g transform="translate(0 -92)">
        <Head skin={skin} hair={hair} tint={tint} />
      </g>
      <circle cx="-4" cy="-24" r="24" className="z-f-paper" />
      <circle cx="-4" cy="-24" r="4" className="z-f-ink" />
      <path className="z-thin z-on" d="M-4-48V0M-28-24h48M-21-41 13-7M-21-7l34-34" />
      <circle cx="36" cy="-6" r="6" className="z-f-paper" />
    </Place>
  );
}

/** A bicycle that stands by itself. */
export function Bicycle({ x, y, flip }: PlaceProps) {
  return (
    <Place x={x} y={y} flip={flip}>
      <circle cx="-34" cy="-24" r="24" />
      <circle cx="38" cy="-24" r="24" />
      <path d="M-34-24-16-56h36L2-24ZM2-24l-22-44M38-24 16-68l10-4M-28-68h14" />
      <circle cx="2" cy="-24" r="4" className="z-f-saffron" />
      <path className="z-f-clay" d="M18-62h26v16H18Z" />
    </Place>
  );
}
