import { join } from 'node:path';
import { contracts } from '@zbor/contracts';
import { describeReference } from '@zbor/testing';
import { openTestPortal } from '../../testing/portal';
import { miscounts, stateOf } from '../../testing/state';
import { importCommand } from './imports.command';

describeReference('proposals', 'exports of other portals', (folder) => {
  test('the exports of Madrid and of German towns come in whole, and once', async () => {
    const portal = await openTestPortal();
    try {
      await portal.town('graz');
      const run = async (...names: string[]) => {
        let said = '';
        const files = names.map((name) => join(folder, `${name}.jsonl`));
        const argv = ['--municipality', 'graz', '--format', 'consul', ...files];
        await importCommand(argv, portal.source, { write: (text) => (said += text) });
        return said;
      };
      const madrid = ['decide-madrid-comments', 'decide-madrid-proposals'];
      const report = await run(...madrid);
      expect(report).toContain('Proposals: 30 imported');
      expect(report).toContain('Comments: 2,461 imported');
      // 172 whose parent the file does not hold, and three that answer a comment without text.
      expect(report).toContain('First comments now, since what they answer is missing: 175 ');
      expect(report).toContain('Skipped: 22\n  "text" is empty: 22 ');
      expect(await miscounts(portal.source)).toEqual({});

      const visitor = portal.visitor();
      const params = { town: 'graz' };
      const found = await visitor.ok(contracts.ideas.list, { params, query: { q: 'bicicletas' } });
      expect(found.items.map(({ title }) => title)).toContain('Carril bicicleta por la Castellana');
      const { items } = await visitor.ok(contracts.ideas.list, { params, query: { sort: 'discussed' } });
      const most = items[0];
      let seen = 0;
      for (let after: string | undefined, more = true; more; ) {
        const thread = await visitor.ok(contracts.comments.thread, {
          params: { ...params, type: 'idea', subject: most?.id ?? '' },
          query: { sort: 'liked', after },
        });
        seen += thread.items.reduce((count, { root }) => count + 1 + root.replies, 0);
        after = thread.next ?? undefined;
        more = after !== undefined;
      }
      expect(seen).toBe(most?.comments);

      const before = await stateOf(portal.source, 'graz');
      expect(await run(...madrid)).toContain('Comments: 0 imported, 0 updated, 2,461 unchanged.');
      expect(await stateOf(portal.source, 'graz')).toEqual(before);

      const german = await run('consul-de-comments', 'consul-de-processes', 'consul-de-proposals');
      expect(german).toContain('Proposals: 266 imported');
      expect(german).toContain('Comments: 65 imported');
      expect(german).toContain('about a proposal that is neither here nor in the files: 403 ');
      expect(german).toContain('neither a proposal nor a comment: 108 ');
      expect(await miscounts(portal.source)).toEqual({});
    } finally {
      await portal.close();
    }
  }, 120_000);
});
