import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { Field, FieldNotes, type FieldTexts, wire } from './field';

interface Option {
  value: string;
  label: string;
  lang?: string;
}

interface SelectProps extends FieldTexts, Omit<ComponentProps<'select'>, 'children'> {
  name: string;
  options: readonly Option[];
}

/** One of many, with the phone's own picker. */
export function Select({
  label,
  hint,
  error,
  optional,
  id,
  name,
  options,
  className,
  ...select
}: SelectProps) {
  return (
    <Field {...{ label, hint, error, optional, className }} id={id ?? name}>
      {(control) => (
        <select {...select} {...control} name={name} className="z-input z-input--select">
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface RadioGroupProps extends Omit<FieldTexts, 'label' | 'optional'> {
  name: string;
  legend: ReactNode;
  options: readonly { value: string; label: ReactNode; hint?: string }[];
  id?: string;
  defaultValue?: string;
  required?: boolean;
}

/** One of a few, all seen at once. The first radio has the group's id, so that an error can lead to it. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, options, id = name, defaultValue, required, ...group } = props;
  return (
    <Group {...group} id={id}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          id={index === 0 ? id : `${id}-${index}`}
          name={name}
          value={option.value}
          defaultChecked={defaultValue === option.value}
          required={required}
          label={option.label}
          hint={option.hint}
        />
      ))}
    </Group>
  );
}

interface GroupProps extends Omit<FieldTexts, 'label' | 'optional'> {
  id: string;
  legend: ReactNode;
  children: ReactNode;
}

function Group({ id, legend, hint, error, children }: GroupProps) {
  const { 'aria-describedby': describedBy } = wire(id, { hint, error });
  return (
    <fieldset
      className={classes('z-field', 'z-group', Boolean(error) && 'z-field--wrong')}
      aria-describedby={describedBy}
    >
      <legend className="z-field__label">{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="z-group__options">{children}</div>
    </fieldset>
  );
}

interface CheckboxGroupProps extends Omit<FieldTexts, 'label' | 'optional'> {
  legend: ReactNode;
  /** Each box is a field of its own. The first has the group's id, so that an error can lead to it. */
  options: readonly { name: string; label: ReactNode; lang?: string; defaultChecked?: boolean }[];
  id: string;
}

/** Any of a few, all seen at once. */
export function CheckboxGroup({ options, ...group }: CheckboxGroupProps) {
  return (
    <Group {...group}>
      {options.map((option, index) => (
        <Choice key={option.name} {...option} type="checkbox" id={index === 0 ? group.id : option.name} />
      ))}
    </Group>
  );
}

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { name: string; label: ReactNode };

/** Yes or no. */
export function Checkbox({ id, name, ...input }: CheckboxProps) {
  return (
    <div className="z-field">
      <Choice {...input} type="checkbox" id={id ?? name} name={name} />
    </div>
  );
}

type ChoiceProps = Omit<ComponentProps<'input'>, 'id'> &
  Pick<FieldTexts, 'label' | 'hint'> & { id: string; type: 'radio' | 'checkbox' };

function Choice({ label, hint, id, lang, ...input }: ChoiceProps) {
  return (
    <div className="z-choice">
      <input {...input} {...wire(id, { hint })} className="z-choice__box" />
      <div>
        <label className="z-choice__label" htmlFor={id} lang={lang}>
          {label}
        </label>
        <FieldNotes id={id} hint={hint} />
      </div>
    </div>
  );
}
