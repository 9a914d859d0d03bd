import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { aCase, plantCases } from '../worklists/testing';
import { readKeptOut } from './kept-out';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([corporate]);
  await plantCases(database.of('corporate'), [aCase('1'), aCase('2'), aCase('3')]);
  await inTransaction(
    database.of('corporate'),
    { subject: 'olu', role: 'officer', streams: ['corporate'], command: 'x' },
    async (transaction) => {
      await transaction.query(
        `insert into corporate.conflict_of_interest (id, complaint_id, stage_ids, subject, kind, reason, recorded_by, recorded_at)
         values ('1', 'corporate-1', '{}', 'dan', 'RECORDED', 'Kin', 'olu', now())`,
      );
      await transaction.query(
        `insert into corporate.restriction (id, complaint_id, stage_ids, kind, reason, named, version, restricted_by, restricted_at)
         values ('1', 'corporate-2', '{}', 'SAFEGUARDING', 'A child', '{olu}', 1, 'olu', now())`,
      );
    },
  );
});
afterAll(() => database.stop());

const keptOut = async (
  complaintId: string,
  people: readonly string[],
  scope: Parameters<typeof inTransaction>[1],
) =>
  inTransaction(database.of('corporate'), scope, async (transaction) =>
    Object.fromEntries(await readKeptOut(transaction, 'corporate', { complaintId, people })),
  );
const MANAGER = { subject: 'mia', role: 'manager', services: ['highways'] };
const OFFICER = { subject: 'eve', role: 'officer', streams: ['corporate'] };

describe('whom a complaint is closed to', () => {
  it.each([
    ['a manager, who sees no conflict of interest', MANAGER],
    ['an officer who is not named', OFFICER],
  ])('is known, of the people asked about alone, to %s', async (_, scope) => {
    expect(await keptOut('corporate-1', ['dan', 'eve'], scope)).toEqual({ dan: 'CONFLICT' });
    expect(await keptOut('corporate-2', ['dan', 'olu'], scope)).toEqual({ dan: 'RESTRICTION' });
    expect(await keptOut('corporate-3', ['dan', 'olu'], scope)).toEqual({});
    expect(await keptOut('corporate-1', [], scope)).toEqual({});
  });

  it('is told to nobody who reads no complaint', async () => {
    expect(await keptOut('corporate-1', ['dan'], { subject: 'p', role: 'partner' })).toEqual({});
    expect(await keptOut('corporate-1', ['dan'], { subject: '', role: 'officer' })).toEqual({});
  });
});
