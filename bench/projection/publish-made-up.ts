import type { DataSource } from 'typeorm';
import { complaintChanged } from '../../contracts/events/complaint-changed';
import { publish } from '../../platform/outbox/outbox';
import { inTransaction } from '../../platform/transaction/transaction';
import { madeUpComplaint } from './made-up-complaints';

/** As many as an import records at once. */
const BATCH = 4_000;

/** The complaints whose numbers lie from `from` up to and without `to`, in the state of a version. */
export interface Published {
  readonly from: number;
  readonly to: number;
  /** How many there are in all. */
  readonly of: number;
  readonly version: number;
}

/** Publishes made-up complaints in a stream's outbox, in batches, as an import does. Gives the number of their stages. */
export async function publishMadeUp(
  dataSource: DataSource,
  { from, to, of, version }: Published,
): Promise<number> {
  let stages = 0;
  for (let begin = from; begin < to; begin += BATCH) {
    const length = Math.min(BATCH, to - begin);
    // Each later version was answered a day later: rollups take the stage from one cell and add it to another.
    const states = Array.from({ length }, (_, place) =>
      madeUpComplaint(begin + place, { of, answeredLater: version }),
    );
    stages += states.reduce((sum, state) => sum + state.stages.length, 0);
    const events = states.map((payload) => complaintChanged.event({ subject: payload.id, version, payload }));
    await inTransaction(dataSource, { subject: 'bench', role: 'import' }, (transaction) =>
      publish(transaction, 'corporate', events),
    );
  }
  return stages;
}
