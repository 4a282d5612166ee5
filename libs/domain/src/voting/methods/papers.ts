import { isShared, type OptionIndex, type Profile, type RankedBallot } from '../profile';

/** A ballot as a count by transfers sees it: who stands and is named alone, from the most wanted on. */
export interface Paper {
  choices: readonly OptionIndex[];
  people: number;
}

/**
 * Ballots without those who withdrew, up to the first place at which several stand as equals: a paper passes from one
 * to the next. Ballots on which nobody is left are no valid papers, and left out.
 */
export function papersOf({ options, ballots }: Profile<RankedBallot>): Paper[] {
  const stands = options.map(({ withdrawn }) => !withdrawn);
  const papers: Paper[] = [];
  for (const { weight, ranking } of ballots) {
    const choices: OptionIndex[] = [];
    for (const rank of ranking) {
      const left = (isShared(rank) ? rank : [rank]).filter((option) => stands[option]);
      if (left.length > 1) break;
      choices.push(...left);
    }
    if (choices.length > 0 && weight > 0) papers.push({ choices, people: weight });
  }
  return papers;
}

/** Papers as they lie on the piles of those who stand, each with what it is worth, and the votes that makes. */
export class Piles {
  readonly votes: number[];
  /** Votes on papers that name nobody further. */
  nonTransferable = 0;
  private readonly piles: number[][];
  private readonly open: boolean[];
  private readonly places: Uint32Array;
  private readonly worths: Float64Array;

  constructor(
    private readonly papers: readonly Paper[],
    options: number,
    worth: number,
  ) {
    this.votes = new Array(options).fill(0);
    this.piles = this.votes.map(() => []);
    this.open = new Array(options).fill(true);
    this.places = new Uint32Array(papers.length);
    this.worths = new Float64Array(papers.length).fill(worth);
    for (let paper = 0; paper < papers.length; paper++) this.lay(paper);
  }

  /** From now on no paper comes to this pile. */
  close(option: OptionIndex): void {
    this.open[option] = false;
  }

  /** Passes all papers of a closed pile on, each at a new worth; `kept` are the votes that stay with the option. */
  pass(option: OptionIndex, kept: number, worth: (before: number) => number): void {
    const pile = this.piles[option] ?? [];
    this.piles[option] = [];
    this.votes[option] = kept;
    for (const paper of pile) {
      this.worths[paper] = worth(this.worths[paper] ?? 0);
      this.lay(paper);
    }
  }

  private lay(paper: number): void {
    const { choices, people } = this.papers[paper] as Paper;
    let place = this.places[paper] ?? 0;
    while (place < choices.length && !this.open[choices[place] as OptionIndex]) place++;
    this.places[paper] = place;
    const votes = people * (this.worths[paper] ?? 0);
    const option = choices[place];
    if (option === undefined) this.nonTransferable += votes;
    else {
      this.piles[option]?.push(paper);
      this.votes[option] = (this.votes[option] ?? 0) + votes;
    }
  }
}
