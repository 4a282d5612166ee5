import { Injectable } from '@nestjs/common';
import type { Ways } from '@zbor/contracts';
import type { Town } from '../../platform/http/caller';

/** The ways in that features above offer; each says for itself whether a town has it. */
@Injectable()
export class WaysIn {
  private readonly offers: ((town: Town) => Partial<Ways>)[] = [];

  offer(of: (town: Town) => Partial<Ways>): void {
    this.offers.push(of);
  }

  of(town: Town): Ways {
    return Object.assign({ email: false, sso: null } satisfies Ways, ...this.offers.map((of) => of(town)));
  }
}
