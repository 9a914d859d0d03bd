import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { applyEntry, caseOf } from '../../domain/procedure/case-of';
import type { TimelineEntry } from '../../domain/procedure/command';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { complaintIdFor } from '../stages/ids';
import { liveLoaders } from './live-loaders';
import { liveResolvers } from './live-resolvers';
import { partyRows } from './parties';
import { isAnonymised, readCase, readTimeline, systemOf } from './read-case';
import { recordedStageId, stagesOfCase } from './stages-of-case';
import { asPerson, keyOf, party, recorded } from './testing';
import { type CaseWork, lockStages, writeEntry } from './write-entry';

const { stream } = corporate;
const NOW = new Date('2026-05-13T12:00:00Z');
const [ONE, TWO] = [1, 2].map((number) => complaintIdFor(recordedStageId('corporate', keyOf(number), 1)));

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([corporate]);
});
afterEach(() => database.stop());

/** As a system is taken over: by whoever loads, and no command. */
const begin = (number: number) =>
  inTransaction(database.of('corporate'), IMPORT_SCOPE, async (transaction) => {
    const work: CaseWork = {
      ...{ transaction, stream, procedure: stream.liveProcedure, now: NOW },
      calendars: { working: englandAndWales, school: null, before: englandAndWales },
    };
    const stageId = recordedStageId('corporate', keyOf(number), 1);
    const complaintId = complaintIdFor(stageId);
    const entry: TimelineEntry = {
      ...{ place: 1, stage: 1, by: 'import', at: NOW.toISOString(), facts: recorded() },
    };
    const after = applyEntry({ procedure: work.procedure, state: null, entry });
    await writeEntry(work, {
      ...{ complaintId, authority: 'stockport', before: null, after, entry },
      words: [{ part: 'SUMMARY', words: 'Late' }],
      parties: partyRows({ complaintId, place: 1, now: NOW, parties: [party({ surname: 'Madeup' })] }),
      related: await lockStages(transaction, 'corporate', {
        stageId,
        caseKey: keyOf(number),
        source: 'casework',
      }),
      stages: stagesOfCase(after, {
        ...{ ...work, stream: 'corporate', caseKey: keyOf(number), reference: 'COR-1', held: [] },
        ...{ accountOf: () => null, ownOf: () => ({}) },
      }),
    });
    const held = await lockStages(transaction, 'corporate', { complaintId });
    expect([...held.values()].map(({ complaint_id }) => complaint_id)).toEqual([complaintId]);
  });

describe('an entry that is written', () => {
  it('is read again as it was, folds to how the complaint stands, and is found with others at once', async () => {
    await begin(1);
    await begin(2);
    const of = { schema: 'corporate', complaintId: ONE ?? '' };
    await asPerson(
      { stream: corporate, dataSource: database.of('corporate'), today: '2026-05-13' },
      { subject: 'olu', role: 'officer', streams: ['corporate'] },
      async (context) => {
        const { transaction } = context;
        const entries = await readTimeline(transaction, of);
        expect(entries).toEqual([
          { place: 1, stage: 1, by: 'import', at: NOW.toISOString(), facts: recorded() },
        ]);
        const state = caseOf({ procedure: stream.liveProcedure, entries });
        expect(await readCase(transaction, of)).toMatchObject({
          held: { version: state.version, state: 'RECEIVED' },
          ...{ entries, complainedAbout: [] },
        });
        expect((await readCase(transaction, { ...of, complaintId: 'none' })).held).toBeNull();
        expect(await systemOf(transaction, of)).toBeNull();
        expect(await isAnonymised({ transaction, stream }, of.complaintId)).toBe(false);
        const loaders = liveLoaders(context, 'corporate');
        const found = await loaders.liveCases.loadMany([ONE ?? '', 'none', TWO ?? '']);
        expect(found).toMatchObject([{ complaint_id: ONE }, null, { complaint_id: TWO }]);
        expect(await loaders.wordsOfEntry.load({ complaintId: of.complaintId, place: 1 })).toMatchObject([
          { part: 'SUMMARY', words: 'Late' },
        ]);
        expect(await loaders.partiesOf.load(of.complaintId)).toMatchObject([{ surname: 'Madeup' }]);
      },
    );
  });

  it('has resolvers for its complaint in every stream', () => {
    expect(Object.keys(liveResolvers('corporate'))).toEqual(
      expect.arrayContaining(['CorporateComplaint', 'LiveCase', 'TimelineEntry', 'CommandDone']),
    );
  });
});
