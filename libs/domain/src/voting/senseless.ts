export type SenselessCode =
  | 'answer_missing'
  | 'present_below_cast'
  | 'entitled_below_present'
  | 'entitled_missing'
  | 'increment_too_small'
  | 'points_not_whole'
  | 'people_above_limit'
  | 'committees_above_limit'
  | 'search_too_long';

/**
 * What a method was given makes no sense together, or is more than it can count. `code` names the reason, for sentences in
 * any language, with `params` in them; the message is in English.
 */
export class Senseless extends RangeError {
  override readonly name: string = 'Senseless';

  constructor(
    readonly code: SenselessCode,
    message: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
  }
}
