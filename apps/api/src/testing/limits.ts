import { Limits } from '../platform/http/limits';
import { RatesRepository } from '../platform/http/rates.repository';
import { until } from './listener';
import type { TestPortal } from './portal';

/** Waits until other processes can know of everything that this one has counted so far. */
export async function untilTold({ portal }: TestPortal): Promise<void> {
  const add = jest.spyOn(portal.app.get(RatesRepository), 'add');
  // One more is counted, for the batch that it goes with holds all that was not told before.
  await portal.app.get(Limits).take('writing by address', 'nobody');
  await until(() => add.mock.calls.length > 0);
  await Promise.all(add.mock.results.map(({ value }) => value));
  add.mockRestore();
}
