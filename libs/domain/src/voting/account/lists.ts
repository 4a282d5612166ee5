import type { ListStage, ListValue } from '../methods/list-proportional/lists';
import type { OptionIndex } from '../profile';
import { compareRationals } from '../rational';
import { type Line, line } from './line';
import type { Telling, Told } from './told';

type Kind<Of extends ListStage['kind']> = Extract<ListStage, { kind: Of }>;

/** Seats of lists. */
export function tellLists(told: Told, votes: Kind<'lists'>, stages: readonly ListStage[]): Telling {
  const given = stages.filter((stage) => stage.kind === 'seat' || stage.kind === 'remainder');
  const quota = stages.find((stage) => stage.kind === 'quota');
  const byQuota = new Map(quota?.lists.map((each) => [each.list, each.seats]));
  const wholes = [...byQuota.values()].reduce((sum, seats) => sum + seats, 0);
  const seatsOf = (list: OptionIndex) =>
    (byQuota.get(list) ?? 0) + given.filter((stage) => stage.list === list).length;
  const byVotes = votes.lists.toSorted((a, b) => b.votes - a.votes);

  const step = (stage: ListStage): Line[] => {
    switch (stage.kind) {
      case 'lists':
        return byVotes.map((each) => voted(told, each, stage.needed));
      case 'quota':
        return [line('lists.quota', { quota: stage.quota }), ...stage.lists.map((each) => whole(told, each))];
      case 'elected':
        return elected(told, stage);
      default: {
        const { kind, list } = stage;
        const number = wholes + given.indexOf(stage) + 1;
        const value = valueIn(stage, list)?.value;
        return value ? [line(`lists.${kind}`, { number, option: told.name(list), votes: value })] : [];
      }
    }
  };
  return {
    winners: byVotes.flatMap(({ list }) => {
      const count = told.seats(list);
      const key = told.open ? 'lists.certain' : 'lists.gets';
      return count > 0 ? [line(key, { option: told.name(list), count })] : [];
    }),
    steps: stages.flatMap(step),
    order: byVotes.map(({ list }) => list),
    reason(list) {
      const own = votes.lists.find((each) => each.list === list);
      if (!own?.admitted) return own ? [voted(told, own, votes.needed)] : [];
      const lines = [line('lists.got', { option: told.name(list), votes: own.votes, count: seatsOf(list) })];
      const share = quota?.lists.find((each) => each.list === list);
      if (quota && share) lines.push(line('lists.quota', { quota: quota.quota }), whole(told, share));
      const last = given.at(-1);
      const before = given.slice(0, -1).some((stage) => stage.kind === 'remainder' && stage.list === list);
      if (last) lines.push(...compared(told, last, list, before));
      for (const stage of stages)
        if (stage.kind === 'elected' && stage.list === list) lines.push(...elected(told, stage));
      return lines;
    },
  };
}

type Given = Kind<'seat'> | Kind<'remainder'>;

const valuesOf = (stage: Given): readonly ListValue[] =>
  stage.kind === 'seat' ? stage.quotients : stage.remainders;

const valueIn = (stage: Given, list: OptionIndex) => valuesOf(stage).find((each) => each.list === list);

function voted(told: Told, { list, votes, admitted }: Kind<'lists'>['lists'][number], needed: number): Line {
  const values = { option: told.name(list), count: votes };
  return admitted || votes === 0 ? line('votes.has', values) : line('lists.below', { ...values, needed });
}

const whole = (told: Told, { list, seats, remainder }: Kind<'quota'>['lists'][number]) =>
  line('lists.whole', { option: told.name(list), count: seats, votes: remainder });

/**
 * A list and the last seat: by how much it was won or missed.
 * @param before whether it got a seat for votes left over before, and has fewer than none left
 */
function compared(told: Told, last: Given, list: OptionIndex, before: boolean): Line[] {
  const own = valueIn(last, list)?.value;
  if (!own) return [line('lists.full', { option: told.name(list) })];
  const others = valuesOf(last).filter((each) => each.list !== list);
  const [next] = others.sort((a, b) => compareRationals(b.value, a.value));
  const other = last.list === list ? next : valueIn(last, last.list);
  if (!other) return [];
  const names = { option: told.name(list), other: told.name(other.list), votes: own };
  if (before && last.list !== list)
    return [
      line('lists.remainderHad', { option: names.option, other: names.other, otherVotes: other.value }),
    ];
  const isEqual = compareRationals(own, other.value) === 0;
  if (isEqual) return [line(`lists.${last.kind}Level`, names)];
  const key = last.list === list ? 'Won' : 'Missed';
  return [line(`lists.${last.kind}${key}`, { ...names, otherVotes: other.value })];
}

function elected(told: Told, { list, candidates }: Kind<'elected'>): Line[] {
  const named = (candidate: number) => told.options[list]?.candidates?.[candidate]?.name ?? '';
  const inOrder = candidates.filter(({ by }) => by === 'order').map(({ candidate }) => named(candidate));
  const preferred = candidates.filter(({ by }) => by === 'preference');
  const lines = preferred.map(({ candidate, preferences }) =>
    line('lists.preferred', { option: told.name(list), candidate: named(candidate), count: preferences }),
  );
  if (inOrder.length === 0) return lines;
  return [...lines, line('lists.inOrder', { option: told.name(list), options: inOrder })];
}
