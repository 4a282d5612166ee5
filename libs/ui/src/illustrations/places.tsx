import { Person, Place } from './people';

/** Nothing here yet: an empty bench under a tree, and an open notebook on it. */
export function BenchIllustration() {
  return (
    <svg viewBox="0 0 260 180" className="z-art" aria-hidden="true">
      <ellipse className="z-f-soft z-bare" cx="130" cy="106" rx="120" ry="68" />
      <circle className="z-f-saffron z-bare" cx="72" cy="66" r="28" />
      <Place x={198} y={156} scale={1.15}>
        <path d="M0 0v-58M0-30l14-14" />
        <path
          className="z-f-sage"
          d="M-4-44c-24 4-38-12-32-30-6-20 10-34 26-30 10-16 36-10 38 8 16 8 16 34 0 42-8 10-22 12-32 10Z"
        />
        <path className="z-on" d="M0-40v-30M0-52l12-10M0-46l-10-8" />
      </Place>
      <path className="z-f-clay" d="M44 92h118v10H44ZM44 107h118v10H44ZM36 124h134v10H36Z" />
      <path d="M54 92V84M152 92v-8M50 134v22M156 134v22M54 117v7M152 117v7" />
      <path
        className="z-f-paper"
        d="M78 116c10-6 18-6 26 0v-28c-8-6-16-6-26 0ZM104 116c8-6 16-6 26 0v-28c-10-6-18-6-26 0Z"
      />
      <path className="z-on z-thin" d="M84 94c5-2 9-2 13 0M84 102c5-2 9-2 13 0M111 94c5-2 9-2 13 0" />
      <path d="M14 156h232" />
    </svg>
  );
}

/** Not found: a signpost whose arms point into all directions. */
export function SignpostIllustration() {
  return (
    <svg viewBox="0 0 260 180" className="z-art" aria-hidden="true">
      <ellipse className="z-f-soft z-bare" cx="130" cy="106" rx="120" ry="68" />
      <circle className="z-f-saffron z-bare" cx="190" cy="64" r="26" />
      <path className="z-f-sage" d="M22 156c10-40 60-46 84 0ZM176 156c14-26 46-26 62 0Z" />
      <path className="z-f-umber" d="M126 22h9v134h-9Z" />
      <path className="z-f-paper" d="M108 34h84l14 13-14 13h-84Z" />
      <path className="z-f-clay" d="M154 68H74L60 81l14 13h80Z" />
      <path className="z-f-paper" d="M110 102h66l12 11-12 11h-66Z" />
      <path className="z-on" d="M122 47h46M86 81h48M124 113h32" />
      <Person x={36} y={157} scale={0.7} skin="umber" hair="short" coat="saffron" arm="up" />
      <path d="M14 156h232" />
    </svg>
  );
}

/** Done: a planted tree, and people who stand around it. */
export function DoneIllustration() {
  return (
    <svg viewBox="0 0 260 180" className="z-art" aria-hidden="true">
      <ellipse className="z-f-soft z-bare" cx="130" cy="106" rx="120" ry="68" />
      <circle className="z-f-saffron" cx="130" cy="66" r="44" />
      <path className="z-on" d="m112 66 13 14 24-29" strokeWidth="6" />
      <path d="M130 6V0M184 28l8-8M76 28l-8-8" />
      <Person x={54} y={158} scale={0.72} skin="umber" hair="bun" coat="clay" arm="up" />
      <Person x={98} y={160} scale={0.72} skin="rose" hair="grey" coat="sage" long />
      <Person x={160} y={160} scale={0.72} skin="clay" hair="scarf" tint="saffron" coat="sky" long />
      <Person
        x={206}
        y={158}
        scale={0.72}
        skin="paper"
        hair="beard"
        tint="clay"
        coat="action"
        arm="up"
        flip
      />
      <path d="M14 160h232" />
    </svg>
  );
}
