import { Bicycle, type Fill, Person, Place, WheelchairUser } from './people';

/** A row of windows in a house. */
function Windows({ x, y, columns, rows }: { x: number; y: number; columns: number; rows: number }) {
  const places = Array.from({ length: columns * rows }, (_, n) => [
    x + (n % columns) * 26,
    y + Math.floor(n / columns) * 36,
  ]);
  return (
    <>
      {places.map(([left, top]) => (
        <path
          key={`${left} ${top}`}
          className="z-f-paper z-thin"
          d={`M${left} ${top}v-12a6 6 0 0 1 12 0v12Z`}
        />
      ))}
    </>
  );
}

function House({
  x,
  width,
  height,
  wall,
  roof,
}: {
  x: number;
  width: number;
  height: number;
  wall: Fill;
  roof: Fill;
}) {
  const top = 262 - height;
  return (
    <g>
      <path className={`z-f-${wall}`} d={`M${x} 262V${top}h${width}V262Z`} />
      <path
        className={`z-f-${roof}`}
        d={`M${x - 7} ${top} ${x + width / 2} ${top - width * 0.42} ${x + width + 7} ${top}Z`}
      />
      <Windows
        x={x + 14}
        y={top + 38}
        columns={Math.floor((width - 14) / 26)}
        rows={Math.floor((height - 60) / 36)}
      />
    </g>
  );
}

function Tree({ x, size = 1 }: { x: number; size?: number }) {
  return (
    <Place x={x} y={262} scale={size}>
      <path d="M0 0v-58M0-30l14-14" />
      <path
        className="z-f-sage"
        d="M-4-44c-24 4-38-12-32-30-6-20 10-34 26-30 10-16 36-10 38 8 16 8 16 34 0 42-8 10-22 12-32 10Z"
      />
      <path className="z-on z-thin" d="M0-40v-30M0-52l12-10M0-46l-10-8" />
    </Place>
  );
}

function Stall() {
  return (
    <g>
      <path d="M318 262v-96M438 262v-96" />
      <path className="z-f-paper" d="M308 168l14-30h112l14 30Z" />
      <path className="z-f-saffron" d="m308 168 14-30h20l-6 30Zm56 0 2-30h24l2 30Zm58 0-6-30h18l14 30Z" />
      <path
        className="z-f-paper"
        d="M308 168h28a14 12 0 0 1-28 0Zm28 0h28a14 12 0 0 1-28 0Zm28 0h28a14 12 0 0 1-28 0Zm28 0h28a14 12 0 0 1-28 0Zm28 0h28a14 12 0 0 1-28 0Z"
      />
      <path className="z-f-clay" d="M316 222h124v40H316Z" />
      <circle className="z-f-saffron" cx="338" cy="214" r="8" />
      <circle className="z-f-sage" cx="354" cy="214" r="8" />
      <circle className="z-f-saffron" cx="370" cy="214" r="8" />
      <path className="z-f-rose" d="M394 222c-2-12 30-12 28 0Z" />
    </g>
  );
}

/** A town square in morning light, with many kinds of people. Made to be cut at both sides on narrow screens. */
export function TownSquare() {
  return (
    <svg
      viewBox="0 0 1200 300"
      preserveAspectRatio="xMidYMax slice"
      className="z-art z-art--square"
      aria-hidden="true"
    >
      <circle className="z-f-saffron z-bare" cx="622" cy="176" r="118" />
      <path
        className="z-thin"
        d="M912 50q9-9 15 0 6-9 15 0M962 74q7-7 12 0 5-7 12 0M420 78q7-7 12 0 5-7 12 0"
      />
      <path className="z-thin" d="M622 30v-18M728 68l12-14M516 68l-12-14M776 150l18-6M468 150l-18-6" />

      <House x={16} width={96} height={128} wall="rose" roof="clay" />
      <House x={120} width={70} height={164} wall="wall" roof="action" />
      <House x={196} width={96} height={118} wall="sky" roof="clay" />
      <g>
        <path className="z-f-wall" d="M776 262V92h58v170Z" />
        <path className="z-f-action" d="m770 92 35-52 35 52Z" />
        <path d="M805 40V20" />
        <path className="z-f-saffron" d="M805 20h22l-6 7 6 7h-22Z" />
        <circle className="z-f-paper" cx="805" cy="124" r="17" />
        <path className="z-on" d="M805 113v11l8 5" />
      </g>
      <House x={834} width={122} height={112} wall="soft" roof="clay" />
      <House x={968} width={76} height={146} wall="rose" roof="action" />
      <House x={1052} width={122} height={104} wall="wall" roof="clay" />
      <path className="z-f-umber" d="M793 262v-30a12 12 0 0 1 24 0v30Z" />
      <Tree x={262} size={0.9} />
      <Tree x={960} size={1.1} />
      <Tree x={716} size={0.72} />

      <path className="z-f-soft z-bare" d="M0 262h1200v38H0Z" />
      <path d="M0 262h1200" />
      <Stall />

      <Person x={74} y={284} skin="rose" hair="grey" coat="action" long arm="out">
        <path d="M34-46V0" />
      </Person>
      <Bicycle x={188} y={286} />
      <Person x={228} y={288} skin="clay" hair="short" coat="saffron" flip arm="out" />
      <Person x={378} y={282} skin="umber" hair="cap" tint="action" coat="paper" arm="up" />
      <Person x={466} y={290} skin="rose" hair="scarf" tint="action" coat="sky" long />
      <Person x={516} y={290} scale={0.64} skin="rose" hair="curly" tint="umber" coat="saffron" arm="up" />
      <WheelchairUser x={604} y={290} skin="umber" hair="bun" coat="clay" />
      <Person x={694} y={290} skin="clay" hair="beard" coat="sage" flip arm="up" />
      <Person x={756} y={288} skin="paper" hair="long" tint="clay" coat="action">
        <path className="z-f-saffron" d="M-12-58h24v22a12 12 0 0 1-24 0Z" />
        <circle className="z-f-rose" cx="0" cy="-60" r="8.5" />
      </Person>
      <Person x={872} y={290} skin="umber" hair="scarf" tint="saffron" coat="clay" long arm="out" />
      <Person x={926} y={290} skin="rose" hair="grey" coat="sky" flip arm="out" />
      <Person x={1040} y={286} skin="clay" hair="long" coat="sage" long />
      <Person x={1084} y={288} scale={0.58} skin="clay" hair="bun" coat="rose" />
      <Person x={1144} y={288} skin="paper" hair="short" tint="saffron" coat="action" arm="down" />
    </svg>
  );
}
