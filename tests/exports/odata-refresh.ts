import type { TestProduct } from '../../scripts/testing/test-product';
import { type Client, type Entity, oJs, tsODataClient } from './odata-clients';

export const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What others' clients keep of a product's calls while files are loaded and taken back. */
export function describeRefresh(product: () => TestProduct): void {
  const authorization = async () => `Bearer ${await product().token('analyst')}`;
  const exported = async (): Promise<Entity[]> => {
    const headers = { authorization: await authorization() };
    return (await fetch(`${product().url}/exports/calls.json`, { headers })).json();
  };

  describe('clients of others', () => {
    const CALLS = 'CallID,Queue,CLI,OfferedAt,AnsweredAt,EndedAt,Agent,Result\r\n';
    const call = (id: string, ended: string) =>
      `${id},COMPLAINTS_MAIN,01614960171,2021-04-01 13:26:59,2021-04-01 13:29:30,2021-04-01 13:${ended},R Platt,Answered\r\n`;
    const undoNewest = async () => {
      const { data } = await product().ask<{ imports: { id: string; state: string }[] }>(
        'admin',
        '{ imports { id state } }',
      );
      const run = data.imports.find(({ state }) => state !== 'UNDONE')?.id;
      const undo = 'mutation ($run: ID!) { undoImport(run: $run, reason: "A trial") { __typename } }';
      await product().ask('admin', undo, { run });
      await product().carryOut();
    };

    /** What a client holds, and how it brings that to what there is now. */
    async function mirrorOf(client: Client) {
      const kept = new Map((await client.readAll('Calls')).map((row) => [row.id, row]));
      let from = new Date().toISOString();
      return {
        kept,
        async refresh(): Promise<[changed: number, gone: number]> {
          const to = new Date(Date.now() + 1).toISOString();
          const [gone, changed] = await Promise.all([
            client.readAll('RemovedCalls', { property: 'removedAt', from, to }),
            client.readAll('Calls', { property: 'changedAt', from, to }),
          ]);
          for (const { id } of gone) kept.delete(id);
          for (const row of changed) kept.set(row.id, row);
          from = to;
          return [changed.length, gone.length];
        },
      };
    }

    it('read all pages, and afterwards what changed and what was removed', async () => {
      const root = `${product().url}/odata/v4`;
      const signIn = await authorization();
      const mirrors = await Promise.all([oJs, tsODataClient].map((client) => mirrorOf(client(root, signIn))));
      const refreshed = async (changed: number, gone: number) => {
        const now = byId(await exported());
        for (const { refresh, kept } of mirrors) {
          expect(await refresh()).toEqual([changed, gone]);
          expect(byId([...kept.values()])).toEqual(now);
        }
      };
      await refreshed(0, 0);
      await product().loadText('calls', CALLS + call('9000001', '36:24') + call('9000002', '40:00'));
      await refreshed(2, 0);
      await product().loadText('calls', CALLS + call('9000001', '50:00'));
      await refreshed(1, 0);
      await undoNewest();
      await refreshed(1, 0);
      await undoNewest();
      await refreshed(0, 2);
    });
  });
}
