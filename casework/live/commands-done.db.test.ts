import { doneBefore } from '../../platform/server/done-before';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import type { StreamContext } from '../reading/loaders';
import { noteDone } from './commands-done';
import { asPerson, keyOf } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([corporate]);
});
afterAll(() => database.stop());

const as = <Result>(subject: string, work: (context: StreamContext) => Promise<Result>) =>
  asPerson(
    { stream: corporate, dataSource: database.of('corporate'), today: '2026-05-13' },
    { subject, role: 'officer', streams: ['corporate'] },
    async (context) => {
      await context.transaction.query(`select set_config('scope.command', $1, true)`, [keyOf(1)]);
      return work(context);
    },
  );
const NAMED = { key: keyOf(1), fingerprint: 'a' };
const DONE = { complaintId: 'corporate-1', place: 1, now: new Date('2026-05-13T10:00:00Z') };

describe('a command that is noted as done', () => {
  it('is known to whoever did it, is another’s with something else, and is told to nobody else', async () => {
    const found = (subject: string, named = NAMED) =>
      as(subject, ({ transaction }) => doneBefore(transaction, { schema: 'corporate', subject }, named));
    expect(await found('olu')).toBeNull();
    expect(await as('olu', (context) => noteDone(context, NAMED, DONE))).toBe(true);
    expect(await found('olu')).toMatchObject({ place: 1 });
    expect(await found('olu', { ...NAMED, fingerprint: 'b' })).toBe('TAKEN');
    expect(await found('cora')).toBeNull();
    expect(await as('cora', (context) => noteDone(context, NAMED, DONE))).toBe(false);
  });
});
