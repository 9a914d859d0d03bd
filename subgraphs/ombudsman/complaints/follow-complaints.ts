import { type ComplaintChanged, complaintChanged } from '../../../contracts/events/complaint-changed';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Follower } from '../../../platform/server/subgraph';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import { newestByKey } from '../../../platform/transaction/upsert-newest';
import { referenceKey } from '../cases/keys';
import { publishCases } from '../cases/publish-cases';
import { type ReferenceRow, referenceOfComplaint } from '../tables';
import { joinComplaints, waitToJoin } from './join-complaints';

/** What a complaint is known by once it joined another or was taken back: nothing, but its version is kept. */
const NONE = '';

/**
 * Keeps the references of all streams' complaints as the streams publish them, and joins cases to them. Events carry whole
 * states with versions: in any order, once or many times, the same ones arrive at the same references.
 */
export const complaintReferences: Follower = createFollower({
  name: 'complaint-references',
  follows: 'all',
  handlers: [
    on(complaintChanged, async (transaction, events) => {
      await waitToJoin(transaction);
      const states = await newerThanHeld(transaction, newestOf(events));
      if (states.length === 0) return;
      const rows = states.flatMap(rowsOf);
      const complaintIds = states.map(({ id }) => id);
      await replaceReferences(transaction, { held: states.flatMap(({ held }) => held), rows });
      const keys = rows.map((row) => row.reference_key);
      await publishCases(transaction, await joinComplaints(transaction, { complaintIds, keys }));
    }),
  ],
  async reset(transaction) {
    await waitToJoin(transaction);
    const known = await transaction.query<{ complaint_id: string }>(
      `with forgotten as (delete from ombudsman.reference_of_complaint returning complaint_id)
       select distinct complaint_id from forgotten`,
    );
    const complaintIds = known.map(({ complaint_id }) => complaint_id);
    await publishCases(transaction, await joinComplaints(transaction, { complaintIds, keys: [] }));
  },
});

interface ComplaintState extends ComplaintChanged {
  readonly version: number;
}

const newestOf = (events: readonly PlacedEvent<ComplaintChanged>[]): readonly ComplaintState[] =>
  newestByKey(
    events.map(({ payload, version }) => ({ ...payload, version })),
    ({ id }) => id,
  );

type HeldReference = Pick<ReferenceRow, 'complaint_id' | 'reference_key' | 'version'>;

/** Of these, those that are newer than what is held, with what is. Each is looked up by itself, whatever statistics say. */
async function newerThanHeld(
  transaction: Transaction,
  states: readonly ComplaintState[],
): Promise<readonly (ComplaintState & { readonly held: readonly HeldReference[] })[]> {
  const rows = await transaction.query<HeldReference>(
    `select held.complaint_id, held.reference_key, held.version from unnest($1::text[]) as asked (id)
     cross join lateral (
       select * from ombudsman.reference_of_complaint where complaint_id = asked.id offset 0) held`,
    [states.map(({ id }) => id)],
  );
  const held = new Map<string, HeldReference[]>();
  for (const row of rows) held.set(row.complaint_id, [...(held.get(row.complaint_id) ?? []), row]);
  return states
    .map((one) => ({ ...one, held: held.get(one.id) ?? [] }))
    .filter((one) => one.held.every(({ version }) => one.version > Number(version)));
}

/** A row for each reference; where several stages share one, the latest day counts. */
function rowsOf({ id, stream, stages, version }: ComplaintState): ReferenceRow[] {
  const days = new Map<string, string | null>(stages.length === 0 ? [[NONE, null]] : []);
  for (const { reference, receivedOn } of stages) {
    const key = referenceKey(reference);
    const known = days.get(key);
    if (known === undefined || known === null || receivedOn > known) days.set(key, receivedOn);
  }
  return [...days].map(([reference_key, received_on]) => {
    return { complaint_id: id, reference_key, stream, received_on, version };
  });
}

async function replaceReferences(
  transaction: Transaction,
  { held, rows }: { held: readonly HeldReference[]; rows: readonly ReferenceRow[] },
): Promise<void> {
  const keyOf = ({ complaint_id, reference_key }: Omit<HeldReference, 'version'>) =>
    `${complaint_id} ${reference_key}`;
  const kept = new Set(rows.map(keyOf));
  const gone = held.filter((row) => !kept.has(keyOf(row)));
  // A complaint that is published again mostly keeps its references.
  if (gone.length > 0) {
    await transaction.query(
      `delete from ombudsman.reference_of_complaint held using unnest($1::text[], $2::text[]) as gone (complaint_id, reference_key)
       where held.complaint_id = gone.complaint_id and held.reference_key = gone.reference_key`,
      [gone.map(({ complaint_id }) => complaint_id), gone.map(({ reference_key }) => reference_key)],
    );
  }
  await bulkUpsert(transaction, referenceOfComplaint, rows);
}
