import { type PeopleAnonymised, peopleAnonymised } from '../../../contracts/events/people-anonymised';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { Follower } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';

/** Notes the records whose people a stream has taken out: theirs wait to be taken out here, and none come in again. */
export const anonymisedRecords: Follower = createFollower({
  name: 'anonymised-records',
  follows: 'all',
  handlers: [
    on(peopleAnonymised, async (transaction, events) => {
      for (const { payload } of events) await note(transaction, payload);
    }),
  ],
  // What was erased is never told anew: what is noted stays, whatever is built again.
  reset: async () => undefined,
});

async function note(transaction: Transaction, { id, records }: PeopleAnonymised): Promise<void> {
  await transaction.query(
    `insert into intake.anonymised_record (source, record, reference, complaint_id)
     select distinct source, record, reference, $1
     from unnest($2::text[], $3::text[], $4::text[]) as gone (source, record, reference)
     on conflict (source, record, reference) do update set complaint_id = excluded.complaint_id, taken_out_at = null`,
    [
      id,
      records.map(({ source }) => source),
      records.map(({ record }) => record),
      records.map(({ reference }) => reference),
    ],
  );
}

/** Whether anybody's people wait to be taken out of the rows as they came: of one source's, or of any. */
export async function hasPeopleToTakeOut(
  transaction: Transaction,
  source: string | null = null,
): Promise<boolean> {
  const rows = await transaction.query(
    `select from intake.anonymised_record where taken_out_at is null and ($1::text is null or source = $1) limit 1`,
    [source],
  );
  return rows.length > 0;
}

/** The records of a source of which nobody may come in again. */
export interface GonePeople {
  /** As their system numbers them. */
  readonly records: ReadonlySet<string>;
  /** By every name that a row which was kept back may have for them. */
  readonly names: ReadonlySet<string>;
}

/** Reads them; to be called under the lock of the source, so that none is added meanwhile without being taken out after. */
export async function goneFrom(transaction: Transaction, source: string): Promise<GonePeople> {
  const rows = await transaction.query<{ record: string; reference: string }>(
    'select record, reference from intake.anonymised_record where source = $1',
    [source],
  );
  return {
    records: new Set(rows.map(({ record }) => record)),
    names: new Set(rows.flatMap(({ record, reference }) => [record, reference])),
  };
}
