/** How much is filled and how long is measured. */
export interface Effort {
  ideas: number;
  comments: number;
  /** How many ideas the list has grown to when it is asked again. */
  grown: number;
  /** Pairs of rounds, one of ours and one of the baseline. */
  rounds: number;
  /** Length of a round. */
  seconds: number;
  /** Requests before anything is measured, so that the code is compiled as it will be after an hour. */
  warmUp: number;
  /** Requests that wait for an answer at once. */
  connections: number;
  sockets: number;
  /** Comments told to the sockets in a round. */
  posts: number;
  /** Times that each list is asked for when it has grown. */
  samples: number;
  starts: number;
}

export const full: Effort = {
  ideas: 10_000,
  comments: 100_000,
  grown: 1_000_000,
  rounds: 8,
  seconds: 2,
  warmUp: 3_000,
  connections: 16,
  sockets: 200,
  posts: 30,
  samples: 100,
  starts: 3,
};

/** To see that everything still works; its figures say little. */
export const quick: Effort = {
  ...full,
  ideas: 2_000,
  comments: 20_000,
  grown: 50_000,
  rounds: 3,
  seconds: 0.6,
  warmUp: 300,
  posts: 10,
  samples: 30,
  starts: 1,
};
