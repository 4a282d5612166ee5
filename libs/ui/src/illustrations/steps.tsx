import { Person } from './people';

/** Somebody writes: a sheet with an idea on it and a pencil. */
export function WriteIllustration() {
  return (
    <svg viewBox="0 0 200 160" className="z-art" aria-hidden="true">
      <circle className="z-f-soft z-bare" cx="100" cy="84" r="72" />
      <path className="z-f-paper" d="M52 24h76l24 24v92H52Z" />
      <path className="z-f-soft" d="M128 24v24h24Z" />
      <circle className="z-f-saffron" cx="78" cy="52" r="12" />
      <path className="z-on" d="M68 82h66M68 98h66M68 114h30" />
      <path className="z-f-saffron" d="m112 132 6-20 48-48 14 14-48 48Z" />
      <path className="z-f-paper" d="m112 132 6-20 14 14Z" />
      <path className="z-on" d="m158 72 14 14" />
      <path className="z-f-clay" d="m166 64 5-5a6 6 0 0 1 9 0l5 5a6 6 0 0 1 0 9l-5 5Z" />
    </svg>
  );
}

/** Others back it: people under one sheet that they hold up together. */
export function SupportIllustration() {
  return (
    <svg viewBox="0 0 200 160" className="z-art" aria-hidden="true">
      <circle className="z-f-soft z-bare" cx="100" cy="84" r="72" />
      <path className="z-f-paper" d="M46 14h108v42H46Z" />
      <circle className="z-f-saffron" cx="66" cy="35" r="9" />
      <path className="z-on" d="M86 29h52M86 41h36" />
      <Person
        x={56}
        y={146}
        scale={0.74}
        skin="clay"
        hair="scarf"
        tint="action"
        coat="sky"
        arm="up"
        long
        flip
      />
      <Person x={144} y={146} scale={0.74} skin="rose" hair="beard" tint="umber" coat="clay" arm="up" />
      <Person x={100} y={148} scale={0.74} skin="umber" hair="curly" coat="saffron" />
      <path d="M28 147h144" />
    </svg>
  );
}

/** The town answers: the town hall speaks, and the word has a seal. */
export function AnswerIllustration() {
  return (
    <svg viewBox="0 0 200 160" className="z-art" aria-hidden="true">
      <circle className="z-f-soft z-bare" cx="100" cy="84" r="72" />
      <path className="z-f-wall" d="M28 146V86h92v60Z" />
      <path className="z-f-clay" d="m20 86 54-34 54 34Z" />
      <circle className="z-f-paper" cx="74" cy="73" r="6" />
      <path className="z-on" d="M44 100v32M64 100v32M84 100v32M104 100v32M34 132h80" />
      <path className="z-f-action" d="M22 138h104v8H22Z" />
      <path
        className="z-f-paper"
        d="M112 18h64a8 8 0 0 1 8 8v38a8 8 0 0 1-8 8h-36l-16 16v-16h-12a8 8 0 0 1-8-8V26a8 8 0 0 1 8-8Z"
      />
      <path className="z-on" d="M120 34h40M120 47h26" />
      <circle className="z-f-saffron" cx="164" cy="66" r="17" />
      <path className="z-on" d="m156 66 6 6 10-12" />
    </svg>
  );
}
