import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { complaintReferences } from '../complaints/follow-complaints';
import { as, complaintTold, follow, keep, kept, ombudsmanDatabase } from '../testing';
import { caseIdFor } from './keys';

let database: TestDatabase;
beforeEach(async () => {
  database = await ombudsmanDatabase();
});
afterEach(() => database.stop());

const read = <Row>(sql: string): Promise<Row[]> =>
  as(database, { role: 'analyst' }, (transaction) => transaction.query<Row>(sql));

const told = () =>
  inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, (transaction) =>
    transaction.query<{ version: number; payload: Record<string, unknown> }>(
      `select version, payload from ombudsman.outbox where kind = 'ombudsman-case-changed' order by xid, id`,
    ),
  );

describe('keeping the register', () => {
  it('keeps a case under an id that follows from the ombudsman and its reference, and tells of it', async () => {
    const given = kept({
      ...{ decidedOn: '2021-06-01', decision: 'Upheld', upheld: true, lgscoDecision: 'UPHELD' },
      remedies: [
        { text: 'Apology', dueOn: '2021-07-01', doneOn: null },
        { text: '£150', dueOn: '2021-07-01', doneOn: null },
      ],
    });
    expect(await keep(database, given)).toEqual([]);
    const id = caseIdFor({ body: 'LGSCO', referenceKey: '19000991' });
    expect(id).toMatch(/^ombudsman-[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id).not.toBe(caseIdFor({ body: 'HOUSING', referenceKey: '19000991' }));
    expect(await read('select id, upheld, version from ombudsman.ombudsman_case')).toEqual([
      { id, upheld: true, version: 1 },
    ]);
    expect(await read('select text from ombudsman.remedy order by place')).toEqual([
      { text: 'Apology' },
      { text: '£150' },
    ]);
    expect(await told()).toEqual([
      {
        version: 1,
        payload: {
          ...{ id, authority: 'stockport', body: 'LGSCO', reference: '19000991', stream: 'CORPORATE' },
          ...{ partner: null, receivedOn: '2021-05-03', decidedOn: '2021-06-01', upheld: true },
          complaintId: null,
          remedies: [
            { dueOn: '2021-07-01', doneOn: null },
            { dueOn: '2021-07-01', doneOn: null },
          ],
        },
      },
    ]);
  });

  it('changes nothing for an equal row, and finds the same', async () => {
    const given = kept({ ourReference: '100' });
    const first = await keep(database, given);
    expect(await keep(database, given)).toEqual(first);
    expect(first).toEqual([{ ordinal: 0, code: 'OUR_REFERENCE_NOT_FOUND' }]);
    expect(await told()).toHaveLength(1);
  });

  it('replaces a case and its parts as a whole, with a newer version', async () => {
    const housing = { body: 'HOUSING', referenceKey: '201900268' } as const;
    const finding = (issue: string | null) => ({ issue, finding: 'service failure', category: null });
    await keep(database, kept({ ...housing, findings: [finding('Repairs'), finding('Delay')] }));
    await keep(database, kept({ ...housing, findings: [finding(null)] }));
    expect(await read('select place, issue from ombudsman.finding')).toEqual([{ place: 0, issue: null }]);
    expect((await told()).map(({ version }) => Number(version))).toEqual([1, 2]);
  });

  it('keeps nothing of a batch that fails', async () => {
    const broken = kept({ referenceKey: '2', receivedOn: 'never' });
    await expect(keep(database, kept(), broken)).rejects.toThrow();
    expect(await read('select id from ombudsman.ombudsman_case')).toEqual([]);
    expect(await told()).toEqual([]);
  });
});

describe('joining a case to its complaint', () => {
  const joined = async () =>
    Object.fromEntries(
      (
        await read<{ reference: string; complaint_id: string | null }>(
          'select reference, complaint_id from ombudsman.ombudsman_case',
        )
      ).map(({ reference, complaint_id }) => [reference, complaint_id]),
    );

  it('finds it by our reference, whichever comes first, and tells of it when it comes later', async () => {
    await follow(database, complaintTold('corporate-a', { '100': '2021-01-04', '101': '2021-02-01' }));
    expect(await keep(database, kept({ ourReference: ' 101 ' }))).toEqual([]);
    const late = kept({ referenceKey: '2', ourReference: 'ASC-C-41693', stream: 'ADULTS' });
    expect(await keep(database, late)).toEqual([{ ordinal: 0, code: 'OUR_REFERENCE_NOT_FOUND' }]);
    expect(await joined()).toEqual({ '19000991': 'corporate-a', '2': null });
    await follow(database, complaintTold('adults-a', { 'asc-c-41693': '2021-01-04' }));
    expect(await joined()).toEqual({ '19000991': 'corporate-a', '2': 'adults-a' });
    expect((await told()).at(-1)).toMatchObject({ version: 2, payload: { complaintId: 'adults-a' } });
    expect(await keep(database, late)).toEqual([]);
  });

  it.each<[string, string | null, string]>([
    ['#100 278577', 'corporate-a', 'its digits, where the reference is digits'],
    ['CRM-100278577', 'corporate-a', 'its digits too'],
    ['41693', null, 'not the digits of a reference that is more than digits'],
    ['10027857', null, 'not a part of a reference'],
    ['tbc', null, 'nothing without digits'],
  ])('by %s: %s (%s)', async (ourReference, complaintId, _why) => {
    await follow(
      database,
      complaintTold('corporate-a', { '100278577': '2021-01-04' }),
      complaintTold('corporate-b', { 'ASC-C-41693': '2021-01-04' }),
    );
    await keep(database, kept({ ourReference }));
    expect(await joined()).toEqual({ '19000991': complaintId });
  });

  it('prefers the reference as it was typed to its digits', async () => {
    await follow(
      database,
      complaintTold('corporate-a', { '100': '2021-03-04' }),
      complaintTold('corporate-b', { C100: '2021-01-04' }),
    );
    await keep(database, kept({ ourReference: 'c 100' }));
    expect(await joined()).toEqual({ '19000991': 'corporate-b' });
  });

  it('keeps to the case’s stream; without one any will do, but a partner’s case has no complaint here', async () => {
    await follow(database, complaintTold('schools-a', { '100': '2021-01-04' }));
    const found = await keep(
      database,
      kept({ ourReference: '100' }),
      kept({ referenceKey: '2', ourReference: '100', stream: 'SCHOOLS' }),
      kept({ referenceKey: '3', ourReference: '100', stream: null }),
      kept({ referenceKey: '4', ourReference: '100', stream: null, partner: 'stockport-homes' }),
      kept({ referenceKey: '5', ourReference: 'unknown', stream: null }),
      kept({ referenceKey: '6', ourReference: null }),
    );
    expect(await joined()).toEqual({
      ...{ '19000991': null, '2': 'schools-a', '3': 'schools-a', '4': null, '5': null, '6': null },
    });
    // Only where the council has a stream for it can a complaint be missing.
    expect(found).toEqual([{ ordinal: 0, code: 'OUR_REFERENCE_NOT_FOUND' }]);
  });

  it('takes of several complaints the one whose stage of that reference came last, then the first id', async () => {
    await follow(
      database,
      complaintTold('corporate-c', { '100': '2021-01-04' }),
      complaintTold('corporate-a', { '100': '2020-01-04', '7': '2022-01-01' }),
      complaintTold('corporate-b', { '100': '2021-01-04' }),
    );
    await keep(database, kept({ ourReference: '100' }));
    expect(await joined()).toEqual({ '19000991': 'corporate-b' });
  });

  it('follows a stage to another complaint, and an older event brings nothing back', async () => {
    await follow(database, complaintTold('corporate-b', { '100': '2021-01-04' }, 1));
    await keep(database, kept({ ourReference: '100' }));
    await follow(
      database,
      complaintTold('corporate-b', {}, 2),
      complaintTold('corporate-a', { '99': '2020-12-01', '100': '2021-01-04' }, 2),
    );
    expect(await joined()).toEqual({ '19000991': 'corporate-a' });
    await follow(database, complaintTold('corporate-b', { '100': '2022-01-04' }, 1));
    expect(await joined()).toEqual({ '19000991': 'corporate-a' });
    const versions = (await told()).map(({ version, payload }) => [Number(version), payload.complaintId]);
    expect(versions.at(-1)).toEqual([3, 'corporate-a']);
  });

  it('is undone when all references are forgotten, and made again when they are told again', async () => {
    await follow(database, complaintTold('corporate-a', { '100': '2021-01-04' }));
    await keep(database, kept({ ourReference: '100' }));
    await as(database, { role: 'projection' }, (transaction) => complaintReferences.reset(transaction));
    expect(await joined()).toEqual({ '19000991': null });
    await follow(database, complaintTold('corporate-a', { '100': '2021-01-04' }));
    expect(await joined()).toEqual({ '19000991': 'corporate-a' });
    expect((await told()).map(({ payload }) => payload.complaintId)).toEqual([
      'corporate-a',
      null,
      'corporate-a',
    ]);
  });

  it('misses none when a case and its complaint come at the same moment', async () => {
    const numbers = Array.from({ length: 12 }, (_, place) => `${100 + place}`);
    await Promise.all(
      numbers.flatMap((number) => [
        follow(database, complaintTold(`corporate-${number}`, { [number]: '2021-01-04' })),
        keep(database, kept({ referenceKey: number, ourReference: number })),
      ]),
    );
    expect(await joined()).toEqual(
      Object.fromEntries(numbers.map((number) => [number, `corporate-${number}`])),
    );
  });
});
