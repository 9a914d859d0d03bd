import type { DataSource } from 'typeorm';
import type { KeptCall } from '../../contracts/records/call';
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
