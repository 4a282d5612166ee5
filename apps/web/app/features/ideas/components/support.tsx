import type { ideas as contract, Idea, Output, SupportCount, Supporting } from '@zbor/contracts';
import { SupportButton } from '@zbor/ui';
import { useState } from 'react';
import { useFetcher } from 'react-router';
import { to } from '../../../shared/addresses';
import { useFormats } from '../../../shared/formats';
import { InlineMark, problemSentence, useAnswer } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { isRefusal, type Refusal } from '../../../shared/problem';

/** What is known of an idea's support, and the ways to learn more of it. */
export interface KnownSupports extends Supporting {
  /** What came, in whatever order: an answer to one's own press, or what everybody is told. */
  learn(news: SupportNews): void;
  /** Something may have been missed. */
  refresh(): Promise<void>;
}

/** A count, and where it is known whether this person is among those counted. */
type SupportNews = SupportCount & Partial<Supporting>;

/** Support as it was on the page, kept true while one reads. */
export function useSupports(idea: Idea): KnownSupports {
  const { slug: town } = useTown();
  const [known, setKnown] = useState({ from: idea, ...supportOf(idea) });
  if (known.from !== idea) {
    const read = supportOf(idea);
    setKnown({ from: idea, ...(known.from.id === idea.id ? newer(known, read) : read) });
  }
  const learn = (news: SupportNews) => setKnown((before) => ({ ...before, ...newer(before, news) }));
  return {
    ...known,
    learn,
    async refresh() {
      const reply = await fetch(`/api/municipalities/${town}/ideas/${idea.id}`).catch(() => undefined);
      if (!reply?.ok) return;
      const { idea: fresh } = (await reply.json()) as Output<typeof contract.read>;
      learn(supportOf(fresh));
    },
  };
}

const supportOf = ({ supported, supports, supportSeq }: Supporting): Supporting => ({
  supported,
  supports,
  supportSeq,
});

/** What is known with the news: processes tell each other without order, so the count of the later change stands. */
export function newer(known: Supporting, news: SupportNews): Supporting {
  const { supports, supportSeq } = news.supportSeq > known.supportSeq ? news : known;
  return { supported: news.supported ?? known.supported, supports, supportSeq };
}

export interface SupportProps {
  idea: Idea;
  known: KnownSupports;
}

/** The one big button. It answers at once; the exact count then comes from the server. */
export function Support({ idea, known }: SupportProps) {
  const t = useT();
  const town = useTown();
  const { account } = usePage();
  const { number } = useFormats();
  const fetcher = useFetcher<{ answer: Supporting } | Refusal>();
  const { data } = fetcher;
  useAnswer(data, known.learn);

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
