import {
  type ComplaintChanged,
  complaintChanged,
  type StageFact,
} from '../../contracts/events/complaint-changed';
import { type SourceReached, sourceReached } from '../../contracts/events/source-reached';
import type { KeptOmbudsmanCase } from '../../contracts/records/ombudsman-case';
import { followReach } from '../../counting/source-reach';
import { fixedClock } from '../../platform/config/clock';
import type { PlacedEvent } from '../../platform/outbox/outbox';
import type { RecordFinding } from '../../platform/server/keeper';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { keepCases } from './cases/keep-cases';
import { removeCases } from './cases/remove-cases';
import { complaintReferences } from './complaints/follow-complaints';
import { subgraph } from './subgraph';

/** A database of the test's own with the ombudsmen's schema. */
export const ombudsmanDatabase = (): Promise<TestDatabase> => testDatabase([subgraph]);

/** Works as a task of the product or as a person does. */
export const as = <Result>(
  database: TestDatabase,
  scope: { role: string; partner?: string; streams?: readonly string[] },
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => inTransaction(database.of('ombudsman'), { subject: 'test', ...scope }, work);

/** A case of the register; what is not given is the plainest there is. */
export function kept(given: Partial<KeptOmbudsmanCase> = {}): KeptOmbudsmanCase {
  const referenceKey = given.referenceKey ?? '19000991';
  return {
    ...{ body: 'LGSCO', reference: referenceKey, referenceKey, contentHash: JSON.stringify(given) },
    ...{ ourReference: null, stream: 'CORPORATE', streamWritten: 'Corporate', partner: null },
    ...{ receivedOn: '2021-05-03', replyDueOn: null, replySentOn: null, decidedOn: null, decision: null },
    ...{ upheld: null, lgscoDecision: null, findings: [], remedies: [] },
    ...given,
  };
}

/** Keeps cases as an import does. */
export const keep = (
  database: TestDatabase,
  ...cases: readonly KeptOmbudsmanCase[]
): Promise<readonly RecordFinding[]> =>
  as(database, { role: 'import' }, (transaction) =>
    keepCases(transaction, {
      authority: 'stockport',
      batch: cases.map((record, ordinal) => ({ ordinal, record })),
    }),
  );

/** Takes cases back as the undoing of an import does. */
export const takeBack = (database: TestDatabase, ...cases: readonly KeptOmbudsmanCase[]): Promise<void> =>
  as(database, { role: 'import' }, (transaction) =>
    removeCases(transaction, {
      authority: 'stockport',
      batch: cases.map((record, ordinal) => ({ ordinal, record })),
    }),
  );

/** Hands what streams tell of their complaints to the follower, as the relay does. */
export const follow = (database: TestDatabase, ...events: readonly PlacedEvent[]): Promise<void> =>
  as(database, { role: 'projection' }, (transaction) =>
    complaintReferences.apply(transaction, events, fixedClock('2021-10-15')),
  );

/** What a stream tells of a complaint with these references, each of a stage received on the day beside it. */
export function complaintTold(
  id: string,
  references: Readonly<Record<string, string>>,
  version = 1,
): PlacedEvent {
  const stream = id.slice(0, id.indexOf('-')).toUpperCase();
  const stages = Object.entries(references).map(
    ([reference, receivedOn], place): StageFact => ({
      ...{ id: `${id}-${place}`, number: place + 1, reference, receivedOn, dueOn: null, answeredOn: null },
      ...{ route: null, outcome: null, closureReason: null, serviceId: null, directorateId: null },
      ...{ theme: null, channel: null, acknowledgedOn: null, acknowledgeBy: null, daysToAnswer: null },
      ...{ ended: false, closedOn: null },
    }),
  );
  const payload: ComplaintChanged = {
    ...{ id, authority: 'stockport', stream, status: 'OPEN', closedOn: null, stages },
  };
  return {
    kind: complaintChanged.kind,
    subject: id,
    version,
    payload,
    position: { xid: '1', id: '1' },
    at: new Date('2022-01-31T12:00:00Z'),
  };
}

/** Hands on what intake publishes of the days that the register speaks of. */
export const reached = (database: TestDatabase, given: Partial<SourceReached>, version = 1): Promise<void> =>
  as(database, { role: 'projection' }, (transaction) =>
    followReach('ombudsman', sourceReached).apply(
      transaction,
      [
        {
          ...{ kind: sourceReached.kind, subject: 'ombudsman', version },
          payload: {
            ...{ source: 'ombudsman', keepers: ['ombudsman'], from: '2019-04-01', to: '2021-09-30' },
            ...{ loadedAt: '2021-10-01T09:00:00.000Z', ...given },
          },
          ...{ position: { xid: '1', id: '1' }, at: new Date('2021-10-01T09:00:00Z') },
        },
      ],
      fixedClock('2021-10-15'),
    ),
  );
