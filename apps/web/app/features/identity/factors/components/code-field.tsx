import { TextInput } from '@zbor/ui';

/** A field for six figures; phones offer a keyboard of figures, and programs fill in the code. */
export function CodeField(texts: { label: string; hint?: string; error?: string }) {
  return (
    <TextInput {...texts} name="code" dir="ltr" inputMode="numeric" autoComplete="one-time-code" required />
  );
}
