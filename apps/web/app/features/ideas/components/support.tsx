import type { ideas as contract, Idea, Output } from '@zbor/contracts';
import { SupportButton } from '@zbor/ui';
import { useRef, useState } from 'react';
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

/** What is known of an idea's support, and the ways to learn more of it. */
export interface KnownSupports extends Supports {
  /** One presses the button: from now on what is heard may be newer than the answer. */
  ask(): void;
  answered(answer: Supports): void;
  /** Somebody else, or one's own press, as everybody is told. */
  heard(supports: number): void;
  /** Something may have been missed. */
  refresh(): Promise<void>;
}

/** Support as it was on the page, kept true while one reads. */
export function useSupports(idea: Idea): KnownSupports {
  const { slug: town } = useTown();
  const [known, setKnown] = useState({ from: idea, supported: idea.supported, supports: idea.supports });
  const since = useRef<number[]>([]);
  if (known.from !== idea) setKnown({ from: idea, supported: idea.supported, supports: idea.supports });
  const learn = (news: Partial<Supports>) => setKnown((before) => ({ ...before, ...news }));
  return {
    ...known,
    ask() {
      since.current = [];
    },
    answered: ({ supported, supports }) => learn({ supported, supports: latest(since.current, supports) }),
    heard(supports) {
      since.current.push(supports);
      learn({ supports });
    },
    async refresh() {
      const reply = await fetch(`/api/municipalities/${town}/ideas/${idea.id}`).catch(() => undefined);
      if (!reply?.ok) return;
      const { idea: fresh } = (await reply.json()) as Output<typeof contract.read>;
      learn({ supported: fresh.supported, supports: fresh.supports });
    },
  };
}

/**
 * The latest count of an answer and what was heard since one asked. Everybody hears of one's own press too: where its
 * count was heard already, what was heard last is at least as new as the answer.
 */
export function latest(heard: readonly number[], answered: number): number {
  return heard.includes(answered) ? (heard.at(-1) ?? answered) : answered;
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
  const fetcher = useFetcher<{ answer: Supports } | Refusal>();
  const { data } = fetcher;
  useAnswer(data, known.answered);

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
