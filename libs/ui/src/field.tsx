import type { ReactNode } from 'react';
import { classes } from './classes';

export interface FieldTexts {
  label: ReactNode;
  /** One line on what is wanted, or why it is asked. */
  hint?: ReactNode;
  /** What is wrong and what to do; marks the control as invalid. */
  error?: ReactNode;
  /** The word "optional", shown after the label. */
  optional?: string;
}

/** What a control takes over so that label, hint and error belong to it. */
interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Wires a control with this id to the hint and error that are there; `extra` names further descriptions. */
export function wire(
  id: string,
  { hint, error }: Pick<FieldTexts, 'hint' | 'error'>,
  extra?: string,
): Wiring {
  const described = [hint && `${id}-hint`, error && `${id}-error`, extra].filter(Boolean).join(' ');
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined };
}

/** Hint and error of a control or group; the error is words and a shape, not a colour alone. */
export function FieldNotes({ id, hint, error }: Pick<FieldTexts, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint && (
        <p className="z-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="z-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

interface FieldProps extends FieldTexts {
  id: string;
  className?: string;
  /** Ids of further descriptions of the control. */
  describedBy?: string;
  /** Gets what the control must take over. */
  children: (control: Wiring) => ReactNode;
}

/** Label, hint and error around one control: `<Field id label>{(control) => <input {...control} />}</Field>`. */
export function Field({ id, label, hint, error, optional, className, describedBy, children }: FieldProps) {
  return (
    <div className={classes('z-field', Boolean(error) && 'z-field--wrong', className)}>
      <label className="z-field__label" htmlFor={id}>
        {label}
        {optional && <span className="z-field__optional"> ({optional})</span>}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children(wire(id, { hint, error }, describedBy))}
    </div>
  );
}
