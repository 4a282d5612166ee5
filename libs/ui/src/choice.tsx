import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { Field, FieldNotes, type FieldTexts, wire } from './field';

export interface Option {
  value: string;
  label: string;
  hint?: string;
  lang?: string;
  disabled?: boolean;
}

export interface SelectProps extends FieldTexts, Omit<ComponentProps<'select'>, 'children'> {
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
            <option key={option.value} value={option.value} lang={option.lang} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface RadioGroupProps extends Omit<FieldTexts, 'label'> {
  name: string;
  legend: ReactNode;
  options: readonly (Omit<Option, 'label'> & { label: ReactNode })[];
  id?: string;
  defaultValue?: string;
  required?: boolean;
  /** Side by side where there is room; for two or three short options. */
  inline?: boolean;
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
          disabled={option.disabled}
          label={option.label}
          hint={option.hint}
          lang={option.lang}
        />
      ))}
    </Group>
  );
}

interface GroupProps extends Omit<FieldTexts, 'label'> {
  id: string;
  legend: ReactNode;
  inline?: boolean;
  children: ReactNode;
}

function Group({ id, legend, hint, error, optional, inline, children }: GroupProps) {
  const { 'aria-describedby': describedBy } = wire(id, { hint, error });
  return (
    <fieldset
      className={classes('z-field', 'z-group', Boolean(error) && 'z-field--wrong')}
      aria-describedby={describedBy}
    >
      <legend className="z-field__label">
        {legend}
        {optional && <span className="z-field__optional"> ({optional})</span>}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={classes('z-group__options', inline && 'z-group__options--inline')}>{children}</div>
    </fieldset>
  );
}

export interface CheckboxGroupProps extends Omit<FieldTexts, 'label'> {
  legend: ReactNode;
  /** Each box is a field of its own. The first has the group's id, so that an error can lead to it. */
  options: readonly { name: string; label: ReactNode; lang?: string; defaultChecked?: boolean }[];
  id: string;
  inline?: boolean;
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

export interface CheckboxProps extends Omit<FieldTexts, 'optional'>, Omit<ComponentProps<'input'>, 'type'> {
  name: string;
}

/** Yes or no. */
export function Checkbox({ label, hint, error, id, name, ...input }: CheckboxProps) {
  return (
    <div className={classes('z-field', Boolean(error) && 'z-field--wrong')}>
      <Choice
        {...input}
        type="checkbox"
        id={id ?? name}
        name={name}
        label={label}
        hint={hint}
        error={error}
      />
    </div>
  );
}

type ChoiceProps = Omit<ComponentProps<'input'>, 'id'> &
  FieldTexts & { id: string; type: 'radio' | 'checkbox' };

function Choice({ label, hint, error, id, lang, ...input }: ChoiceProps) {
  return (
    <div className="z-choice">
      <input {...input} {...wire(id, { hint, error })} className="z-choice__box" />
      <div>
        <label className="z-choice__label" htmlFor={id} lang={lang}>
          {label}
        </label>
        <FieldNotes id={id} hint={hint} error={error} />
      </div>
    </div>
  );
}
