import { type ComponentProps, useEffect, useState } from 'react';
import { Field, type FieldTexts } from './field';

interface TextInputProps extends FieldTexts, Omit<ComponentProps<'input'>, 'size'> {
  name: string;
}

/** One line of text. Its id is its name unless given; what people write sets the direction (`dir="auto"`). */
export function TextInput({ label, hint, error, optional, id, name, className, ...input }: TextInputProps) {
  return (
    <Field {...{ label, hint, error, optional, className }} id={id ?? name}>
      {(control) => <input type="text" dir="auto" {...input} {...control} name={name} className="z-input" />}
    </Field>
  );
}

interface TextAreaProps extends FieldTexts, ComponentProps<'textarea'> {
  name: string;
  /** How many characters fit. More can be typed: nothing is cut off, the server says so. */
  limit?: number;
  /** The plain sentence on the limit, there from the start: "At most 4,000 characters." */
  limitHint?: string;
  /** With JavaScript, the sentence that takes its place: how many are left, or (below zero) too many. */
  remaining?: (left: number) => string;
}

/** Several lines of text, with an optional counter that is announced politely after a pause in typing. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, id, name, className, limit, limitHint, remaining, ...area } = props;
  const [length, setLength] = useState<number>();
  const left = limit !== undefined && length !== undefined ? limit - length : undefined;
  const counted = left !== undefined && remaining ? remaining(left) : undefined;
  const limitId = `${id ?? name}-limit`;
  return (
    <Field
      {...{ label, hint, error, optional, className }}
      id={id ?? name}
      describedBy={limitHint && limitId}
    >
      {(control) => (
        <>
          <textarea
            dir="auto"
            rows={6}
            {...area}
            {...control}
            name={name}
            className="z-input z-input--area"
            onChange={(event) => {
              setLength(event.currentTarget.value.length);
              area.onChange?.(event);
            }}
          />
          {limitHint && (
            <p
              className={
                left !== undefined && left < 0 ? 'z-field__count z-field__count--over' : 'z-field__count'
              }
            >
              <span id={limitId} className={counted ? 'z-hidden' : undefined}>
                {limitHint}
              </span>
              {counted && <span aria-hidden="true">{counted}</span>}
              <Later text={counted} />
            </p>
          )}
        </>
      )}
    </Field>
  );
}

/** Says the text to screen readers once it has been the same for a second. */
function Later({ text }: { text: string | undefined }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text === undefined) return;
    const timer = setTimeout(() => setSaid(text), 1000);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span className="z-hidden" aria-live="polite">
      {said}
    </span>
  );
}
