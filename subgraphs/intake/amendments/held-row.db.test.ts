import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { type Caller, loadRows, type ServedIntake, serveIntake, takenRow, withSettings } from '../testing';
import type { JudgeRow } from './row-to-judge';

/** A made-up system whose rows say themselves what they are: their reference, age, text and stream. */
interface Row {
  readonly Ref: string;
  readonly Updated: string;
  readonly Text: string;
  readonly Stream: string;
}
const judge: JudgeRow = ({ raw, cells }) => {
  const { Ref, Updated, Text, Stream } = { ...(raw as Row), ...cells } as Row;
  const held = { identity: Ref, lastUpdated: Updated === '' ? null : Updated, contentHash: Text };
  return { kind: 'taken', held, owner: Stream, faults: [] };
};
const held = (row: Row, line: number) =>
  takenRow({
    ...{ identity: row.Ref, lastUpdated: row.Updated, contentHash: row.Text, keeper: row.Stream },
    ...{ line, raw: row },
  });

let database: TestDatabase;
let served: ServedIntake;
const row = (facts: Partial<Row>): Row => ({
  ...{ Ref: '', Updated: '2021-05-07', Text: 'a letter', Stream: 'corporate', ...facts },
});

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  served = await serveIntake(database.of('intake'), { subject: 'cora', judge });
  const broken = { line: 9, column: 'Ref', code: 'BROKEN', value: null, action: 'Noted.' };
  await loadRows(database.of('intake'), {
    source: 'system',
    rows: [
      held(row({ Ref: 'school', Text: 'of a school', Stream: 'schools' }), 2),
      held(row({ Ref: 'own', Text: 'their own' }), 3),
      held(row({ Ref: 'twice', Text: 'first' }), 4),
      held(row({ Ref: 'twice', Text: 'second' }), 5),
      {
        ...{ kind: 'quarantined' as const, line: 9, faults: [broken], owner: 'corporate' },
        ...{ raw: row({}), contentHash: 'broken' },
      },
    ],
  });
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

const asAdmin = async (sql: string): Promise<string> => {
  const [found] = await withSettings(database.of('intake'), { role: 'admin' }, (runner) => runner.query(sql));
  return found.id;
};
const WAYS = {
  correctQuarantinedRow: async () => `id: "${await asAdmin('select id from intake.quarantined_row')}"`,
  separateCopy: async () =>
    `fault: "${await asAdmin(`select run_id || '-' || place as id from intake.fault where code = 'CONFLICTING_COPY'`)}"`,
};
const ways = Object.keys(WAYS) as (keyof typeof WAYS)[];

const decide = async (way: keyof typeof WAYS, to: Partial<Row>, as: Partial<Caller> = {}) => {
  const cells = Object.entries(to).map(([column, value]) => `{ column: "${column}", value: "${value}" }`);
  const answer = await served.ask(
    `mutation { done: ${way}(${await WAYS[way]()}, cells: [${cells.join(', ')}], reason: "Read") {
       __typename ... on Refusal { code message } ... on Amended { amendment { id } } } }`,
    { role: 'officer', streams: ['corporate'], ...as },
  );
  return (answer.data as { done: Record<string, unknown> } | null)?.done ?? answer.errors;
};
const REFUSED = { __typename: 'RecordHeld', code: 'RECORD_HELD' };

describe.each(ways)('%s, of an officer who is cleared for one stream', (way) => {
  it.each(['2099-01-01', '2021-05-07', '2000-01-01', ''])(
    'replaces no record of another, whatever its age (%s), and learns nothing of it',
    async (Updated) => {
      const refused = await decide(way, { Ref: 'school', Updated });
      expect(refused).toEqual({
        ...REFUSED,
        message:
          'Another row of this record is held that you may not see, and is not yours to replace. Check the reference; if it is right, ask an admin.',
      });
      // The same content changes nothing of the answer: it would tell what is held.
      expect(await decide(way, { Ref: 'school', Updated, Text: 'of a school' })).toEqual(refused);
    },
  );

  it('is refused where it would be a copy of a record of their own, or older, or as new', async () => {
    const older = { ...REFUSED, message: expect.stringContaining('line 3') };
    expect(await decide(way, { Ref: 'own', Text: 'their own' })).toEqual({
      ...REFUSED,
      message: expect.stringContaining('would be a copy of it and in no figure'),
    });
    expect(await decide(way, { Ref: 'own', Updated: '2000-01-01' })).toEqual(older);
    expect(await decide(way, { Ref: 'own', Updated: '' })).toEqual(older);
    expect(await decide(way, { Ref: 'own' })).toEqual(older);
  });

  it('is refused for other roles, which find no row', async () => {
    for (const role of ['analyst', 'manager', 'partner', 'auditor']) {
      expect(JSON.stringify(await decide(way, { Ref: 'free' }, { role }))).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
  });

  it('is accepted for a newer state of their own record, and answered the same again', async () => {
    const newer = { Ref: 'own', Updated: '2099-01-01', Text: way };
    const done = await decide(way, newer);
    expect(done).toMatchObject({ __typename: 'Amended' });
    expect(await decide(way, newer)).toEqual(done);
  });
});

describe('a decision', () => {
  it('is kept with the role and the streams of whoever made it', async () => {
    const kept = await withSettings(database.of('intake'), { role: 'admin' }, (runner) =>
      runner.query('select decided_by, decided_as, cleared_for from intake.amendment'),
    );
    expect(kept).toEqual(
      ways.map(() => ({ decided_by: 'cora', decided_as: 'officer', cleared_for: ['corporate'] })),
    );
  });
});

describe('the look past what the caller may see', () => {
  it('says whether a record is held and nothing else, and ends with its statement', async () => {
    const settings = { role: 'officer', streams: 'corporate' };
    const seen = await withSettings(database.of('intake'), settings, (runner) =>
      runner.query(
        `select intake.is_held('system', 'school') as held, intake.is_held('system', 'none') as free,
           intake.is_held('other', 'school') as elsewhere, current_setting('scope.role') as role,
           (select count(*)::int from intake.held_row where identity = 'school') as rows`,
      ),
    );
    expect(seen).toEqual([{ held: true, free: false, elsewhere: false, role: 'officer', rows: 0 }]);
  });
});
