import { toDay } from '../../domain/calendar/day';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import type { StreamContext } from '../reading/loaders';
import { complaintIdFor } from '../stages/ids';
import { doCommand } from './do-command';
import { recordCase } from './record-case';
import { recordedStageId } from './stages-of-case';
import { asPerson, keyOf, party, recorded } from './testing';

const OLU = { subject: 'olu', role: 'officer', streams: ['adults'] };
const ID = complaintIdFor(recordedStageId('adults', keyOf(1), 1));

let database: TestDatabase;
let part: ServedPart;
beforeEach(async () => {
  database = await testDatabase([adults]);
  part = await servePart({
    ...{ subgraph: adults, dataSource: database.of('adults'), today: '2026-05-12' },
    person: { subject: 'olu', role: 'officer' },
  });
  await as((context) =>
    recordCase(context, {
      ...{ key: keyOf(1), command: recorded({ channel: 'Phone' }) },
      words: [{ part: 'SUMMARY', words: 'Nobody came.' }],
      parties: [party({ surname: 'Madeup' })],
    }),
  );
});
afterEach(async () => {
  await part.stop();
  await database.stop();
});

const as = <Result>(work: (context: StreamContext) => Promise<Result>) =>
  asPerson({ stream: adults, dataSource: database.of('adults'), today: '2026-05-12' }, OLU, work);
const settle = () =>
  as((context) =>
    doCommand(context, {
      ...{ key: keyOf(2), id: ID, version: 1, command: { event: 'settle', on: toDay('2026-05-12') } },
    }),
  );
const rows = (sql: string, settings: Record<string, string> = { subject: 'import', role: 'import' }) =>
  withSettings(database.of('adults'), settings, (runner) => runner.query(sql));
const count = async (from: string, to: string) =>
  (await part.ask(`{ n: adultsSettledConcerns(from: "${from}", to: "${to}") }`, OLU)).data?.n;

describe('a concern that is settled by the next working day', () => {
  it('is no complaint: nothing of its people is kept, and it is counted', async () => {
    expect(await count('2026-05-01', '2026-05-31')).toBe(0);
    const done = await settle();
    expect(done).toMatchObject({ __typename: 'CommandDone', version: 2 });
    for (const table of ['stage', 'account', 'timeline_words', 'case_party'])
      expect(await rows(`select from adults.${table}`)).toEqual([]);
    expect(await rows('select state, is_ended from adults.live_case')).toEqual([
      { state: 'SETTLED', is_ended: true },
    ]);
    expect([await count('2026-05-01', '2026-05-31'), await count('2026-06-01', '2026-06-30')]).toEqual([
      1, 0,
    ]);
    expect(await settle()).toEqual(done);
  });

  it('is counted between days of the calendar alone', async () => {
    const { errors } = await part.ask('{ n: adultsSettledConcerns(from: "soon", to: "2026-05-31") }', OLU);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('keeps what was written while a hold for the law wants it', async () => {
    await withSettings(
      database.of('adults'),
      { subject: 'olu', role: 'officer', streams: 'adults' },
      async (runner) => {
        await runner.query(
          `insert into adults.legal_hold (id, complaint_id, stage_ids, reason, put_by, put_at) values ('h', $1, '{}', 'x', 'olu', now())`,
          [ID],
        );
        await runner.commitTransaction();
        await runner.startTransaction();
      },
    );
    await settle();
    expect(await rows('select words from adults.timeline_words')).toEqual([{ words: 'Nobody came.' }]);
    expect(await rows('select surname from adults.case_party')).toEqual([{ surname: 'Madeup' }]);
  });
});

describe('a complaint whose people are taken out', () => {
  it('loses their words and names too, keeps what happened, and takes nobody in again', async () => {
    await as((context) =>
      doCommand(context, {
        ...{ key: keyOf(4), id: ID, version: 1, command: { event: 'withdraw', on: toDay('2026-05-12') } },
      }),
    );
    const decided = await part.ask(
      `mutation { r: decideAdultsRetention(command: "${keyOf(8)}", id: "${ID}", decision: ANONYMISE, cause: ERASURE, reason: "Asked for") { __typename } }`,
      OLU,
    );
    expect(decided.data?.r).toMatchObject({ __typename: expect.stringMatching(/Saved|Decided|Done/) });
    for (const table of ['timeline_words', 'case_party', 'account'])
      expect(await rows(`select from adults.${table}`)).toEqual([]);
    expect(await rows('select event from adults.timeline_entry order by place')).toEqual([
      { event: 'record' },
      { event: 'withdraw' },
    ]);
    const note = await as((context) =>
      doCommand(context, {
        ...{ key: keyOf(3), id: ID, version: 2, command: { event: 'note' } },
        words: [{ part: 'NOTE', words: 'Madeup called again.' }],
      }),
    );
    expect(note).toMatchObject({ __typename: 'CommandUnusable', part: 'id' });
  });
});
