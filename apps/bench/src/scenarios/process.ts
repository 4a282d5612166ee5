import { startBaseline, startPortal } from '../arena';
import { median } from '../figures';
import type { Scenario } from './scenario';

/** Memory that the processes hold after all that was asked of them; measured last. */
export const memory: Scenario = {
  name: 'memory',
  async measure({ portal, handler }) {
    const [ours, bare] = [portal.memory(), handler.memory()];
    return [{ what: 'Memory after the load', unit: 'MB', ours, bare, ratio: ours / bare }];
  },
};

/** From the start of the process until it is ready: on an empty database, and on a filled one. */
export const start: Scenario = {
  name: 'start',
  async measure({ effort, databaseUrl, setting, firstStart }) {
    const warm: number[] = [];
    const bare: number[] = [];
    for (let n = 0; n < effort.starts; n++) {
      for (const [times, begin] of [
        [warm, () => startPortal(databaseUrl)],
        [bare, () => startBaseline('handler', setting)],
      ] as const) {
        const server = await begin();
        times.push(server.startedIn);
        await server.stop();
      }
    }
    const ratio = median(warm) / median(bare);
    return [
      { what: 'Start on an empty database', unit: 's', ours: firstStart },
      {
        ...{ what: 'Start on a filled database', unit: 's', ours: median(warm), bare: median(bare), ratio },
        goal: { of: 'ours', atMost: 5 },
      },
    ];
  },
};
