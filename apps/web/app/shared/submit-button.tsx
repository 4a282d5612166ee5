import { Button, type ButtonProps } from '@zbor/ui';
import { useNavigation } from 'react-router';
import { useT } from './i18n';

/** Sends the form around it, and says so while it is on its way. Give `pending` where a fetcher sends it. */
export function SubmitButton({ pending, children, ...button }: ButtonProps & { pending?: boolean }) {
  const t = useT();
  const { state, formData } = useNavigation();
  const { name, value } = button;
  const asked = state !== 'idle' && formData !== undefined && (!name || formData.get(name) === value);
  const sending = pending ?? asked;
  return (
    <Button type="submit" {...button} aria-disabled={sending || undefined}>
      {sending ? t('form.sending') : children}
    </Button>
  );
}
