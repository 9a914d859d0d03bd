import type { DataSource } from 'typeorm';
import { type SourceReached, sourceReached } from '../../contracts/events/source-reached';
import type { KeptCall } from '../../contracts/records/call';
import { followReach } from '../../counting/source-reach';
import { fixedClock } from '../../platform/config/clock';
import { inTransaction } from '../../platform/transaction/transaction';
import { callKeeper } from './calls/keep-calls';

/** A call that was answered after half a minute, but for what is given. */
export const aCall = (facts: Partial<KeptCall> = {}): KeptCall => ({
  callId: '1',
  offeredOn: '2021-04-01',
  offeredAt: '2021-04-01T12:00:00.000Z',
  group: 'Complaints',
  queueWritten: 'COMPLAINTS_MAIN',
  answered: true,
  waitSeconds: 30,
  talkSeconds: 300,
  callerNumber: '01614960171',
  agent: 'R Platt',
  clearedFor: ['corporate'],
  ...facts,
});

/** Keeps calls as an import does. */
export const keep = (telephony: DataSource, calls: readonly KeptCall[]) =>
  inTransaction(telephony, { subject: 'import', role: 'import' }, (transaction) =>
    callKeeper.keep(transaction, {
      authority: 'stockport',
      batch: calls.map((record, ordinal) => ({ ordinal, record })),
    }),
  );

/** Removes calls as undoing an import does. */
export const remove = (telephony: DataSource, calls: readonly KeptCall[], authority = 'stockport') =>
  inTransaction(telephony, { subject: 'import', role: 'import' }, (transaction) =>
    callKeeper.remove(transaction, {
      authority,
      batch: calls.map((record, ordinal) => ({ ordinal, record })),
    }),
  );

const reaches = followReach('telephony', sourceReached);

/** Hands on what intake publishes of the days that a source speaks of, in versions from 1. */
export const reached = (telephony: DataSource, ...states: readonly Partial<SourceReached>[]) =>
  inTransaction(telephony, { subject: 'projection', role: 'projection' }, (transaction) =>
    reaches.apply(
      transaction,
      states.map((given, place) => ({
        ...{ kind: sourceReached.kind, subject: 'calls', version: place + 1 },
        payload: {
          ...{ source: 'calls', keepers: ['calls'], from: '2021-04-01', to: '2021-09-30' },
          ...{ loadedAt: '2021-10-01T09:00:00.000Z', ...given },
        },
        ...{ position: { xid: '1', id: String(place) }, at: new Date('2021-10-01T09:00:00Z') },
      })),
      fixedClock('2022-01-31'),
    ),
  );
