import type { ReactNode } from 'react';
import { Check } from './icons';

interface PathStep {
  key: string;
  label: ReactNode;
  /** When it was reached, or until when it will be. */
  note?: ReactNode;
}

interface StatePathProps {
  /** What the path is about, for those who listen: "State of this idea". */
  label: string;
  steps: readonly PathStep[];
  /** The key of the step where the thing is now. */
  current: string;
}

/** The way of a thing in ordered steps: what is behind it, where it stands, what is to come. */
export function StatePath({ label, steps, current }: StatePathProps) {
  const at = steps.findIndex((step) => step.key === current);
  return (
    <ol className="z-path" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={index < at ? 'z-path__step z-path__step--past' : 'z-path__step'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="z-path__dot" aria-hidden="true">
            {index < at && <Check />}
          </span>
          <span className="z-path__words">
            <span className="z-path__label">{step.label}</span>
            {step.note && <span className="z-path__note">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
