import type { ApprovalBallot, OptionIndex, Profile } from '../profile';
import { compareRationals, type Rational, rational, times } from '../rational';
import type { Result } from '../result';
import { Senseless } from '../senseless';
import { counted, type TieRule } from '../ties';

/** A part of the whole that must be there: more than it (`above`), or at least as much (`at`). */
export interface MajorityShare {
  share: Rational;
  reached: 'above' | 'at';
}

/** By which a motion is accepted or rejected, as the statute of a council has it. */
export interface MajorityRule {
  /** So many of all who may vote must be present, or nothing is decided. */
  quorum?: MajorityShare;
  /** So many must say yes: of the ballots that are `cast` and valid, of all who are `present`, or of `all` who may vote. */
  majority: MajorityShare & { of: 'cast' | 'present' | 'all' };
  /** So many of all who may vote must say yes besides, as referendums often ask. */
  consent?: MajorityShare;
  /** Whether abstentions are among the ballots `cast`, as if they said no, or are left out. Among the others they are. */
  abstention: 'no' | 'left out';
  /** Where yes reaches exactly the share above which it should be: rejected, or left to the tie rule. */
  tie: 'rejects' | 'open';
}

export interface MajoritySettings extends MajorityRule {
  /** All who may vote. Needed for a quorum, for consent and for a majority of `all`. */
  entitled?: number;
  /** As many as cast a ballot where nothing is said. */
  present?: number;
  ties: TieRule;
}

export type MajorityStage =
  | { kind: 'answers'; yes: number; no: number; abstain: number; invalid: number; present: number }
  | {
      kind: 'quorum' | 'majority' | 'consent';
      votes: number;
      of: number;
      share: MajorityShare;
      held: boolean;
    };

/**
 * Yes, no or abstention. The options have the ids `yes`, `no` and, where one may abstain, `abstain`; a ballot names one
 * of them, or else it is invalid. Winner is `yes` or `no`; nobody where the quorum is missed. A motion to which nobody
 * said yes is rejected.
 *
 * @throws Senseless where `yes` or `no` is missing, where `entitled` is needed and missing, or where fewer are entitled
 * than are present, or fewer present than have cast a ballot
 */
export function majority(
  profile: Profile<ApprovalBallot>,
  settings: MajoritySettings,
): Result<MajorityStage> {
  const yes = placeOf('yes', profile);
  const no = placeOf('no', profile);
  const votes = answers(profile);
  const present = settings.present ?? votes.cast;
  const entitled = settings.entitled ?? Number.NaN;
  if (present < votes.cast)
    throw new Senseless('present_below_cast', 'Fewer are present than have cast a ballot.');
  if (present > entitled) throw new Senseless('entitled_below_present', 'Fewer may vote than are present.');
  const cast = votes.yes + votes.no + (settings.abstention === 'no' ? votes.abstain : 0);
  const base = { cast, present, all: entitled }[settings.majority.of];

  return counted(profile.options, settings.ties, (ties) => {
    const { cast: all, yes: ayes, no: noes, abstain } = votes;
    const invalid = all - ayes - noes - abstain;
    const stages: MajorityStage[] = [{ kind: 'answers', yes: ayes, no: noes, abstain, invalid, present }];
    const check = (
      kind: 'quorum' | 'majority' | 'consent',
      votes: number,
      of: number,
      share: MajorityShare,
    ) => {
      const held = reaches(votes, of, share);
      stages.push({ kind, votes, of, share, held });
      return held;
    };
    const decide = (): OptionIndex[] => {
      if (settings.quorum && !check('quorum', present, entitled, settings.quorum)) return [];
      const won = check('majority', ayes, base, settings.majority) && ayes > 0;
      const consented = !settings.consent || check('consent', ayes, entitled, settings.consent);
      if (!consented) return [no];
      if (won) return [yes];
      const tied = ayes > 0 && reaches(ayes, base, { ...settings.majority, reached: 'at' });
      return [tied && settings.tie === 'open' ? ties.pick([yes, no], 'win') : no];
    };
    return { winners: decide(), stages, turnout: { cast: all, counted: all - invalid } };
  });
}

/** @throws Senseless where the whole is not known */
function reaches(votes: number, of: number, { share, reached }: MajorityShare): boolean {
  if (Number.isNaN(of)) throw new Senseless('entitled_missing', 'Nobody says how many may vote.');
  const compared = compareRationals(rational(votes), times(share, rational(of)));
  return reached === 'above' ? compared > 0 : compared >= 0;
}

function placeOf(id: string, { options }: Profile<ApprovalBallot>): OptionIndex {
  const place = options.findIndex((option) => option.id === id);
  if (place < 0) throw new Senseless('answer_missing', `There is no option ${id}.`, { id });
  return place;
}

function answers({ options, ballots }: Profile<ApprovalBallot>) {
  const votes = { cast: 0, yes: 0, no: 0, abstain: 0 };
  for (const { weight, approved } of ballots) {
    votes.cast += weight;
    const answer = approved.length === 1 ? options[approved[0] ?? -1]?.id : undefined;
    if (answer === 'yes' || answer === 'no' || answer === 'abstain') votes[answer] += weight;
  }
  return votes;
}
