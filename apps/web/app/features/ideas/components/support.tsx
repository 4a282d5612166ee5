import type { Idea } from '@zbor/contracts';
import { SupportButton } from '@zbor/ui';
import { useCallback, useState } from 'react';
import { useFetcher } from 'react-router';
import { to } from '../../../shared/addresses';
import { useFormats } from '../../../shared/formats';
import { InlineMark, problemSentence, useAnswer } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { isRefusal, type Refusal } from '../../../shared/problem';

interface Supports {
  supported: boolean;
  supports: number;
}

/** What is known of an idea's support: from the page, from one's own answers, and from what others do meanwhile. */
export function useSupports(idea: Idea) {
  const [known, setKnown] = useState({ from: idea, supported: idea.supported, supports: idea.supports });
  if (known.from !== idea) setKnown({ from: idea, supported: idea.supported, supports: idea.supports });
  const learn = useCallback((news: Partial<Supports>) => setKnown((before) => ({ ...before, ...news })), []);
  return [known, learn] as const;
}

export interface SupportProps {
  idea: Idea;
  known: Supports;
  learn: (news: Partial<Supports>) => void;
}

/** The one big button. It answers at once; the exact count then comes from the server. */
export function Support({ idea, known, learn }: SupportProps) {
  const t = useT();
  const town = useTown();
  const { account } = usePage();
  const { number } = useFormats();
  const fetcher = useFetcher<{ answer: Supports } | Refusal>();
  const { data } = fetcher;
  useAnswer(data, learn);

  const wish = fetcher.formData?.get('supported');
  const pressed = wish ? wish === 'yes' : known.supported;
  const count = known.supports + Number(pressed) - Number(known.supported);
  const words = {
    label: pressed ? t('ideas:support.given') : t('ideas:support.give'),
    count: number(count),
    countWord: t('ideas:supporters', { count }),
  };
  if (!account && idea.state === 'published' && !idea.hidden) {
    return <SupportButton {...words} href={to.signIn(town.slug, to.idea(town.slug, idea))} />;
  }
  return (
    <fetcher.Form method="post" action={to.idea(town.slug, idea)} className="ideas-support">
      <InlineMark />
      <input type="hidden" name="act" value="support" />
      <input type="hidden" name="supported" value={pressed ? 'no' : 'yes'} />
      <SupportButton {...words} pressed={pressed} disabled={!idea.can.support} />
      <p className="ideas-small" role="status">
        {isRefusal(data) ? problemSentence(t, data.problem) : pressed && t('ideas:support.revocable')}
      </p>
    </fetcher.Form>
  );
}
