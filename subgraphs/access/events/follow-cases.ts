import {
  type OmbudsmanCaseEvent,
  ombudsmanCaseChanged,
} from '../../../contracts/events/ombudsman-case-changed';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Follower } from '../../../platform/server/subgraph';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type PartnerCaseRow, type PartnerEventKind, type PartnerEventRow, partnerCase } from '../tables';

/** How long a partner can read what it was told, in days. */
const KEPT_DAYS = 30;
const SOURCE = 'ombudsman';

type Told = Omit<PartnerEventRow, 'place'>;

/**
 * Tells partners that a case of theirs was recorded, changed or removed: its id and the kind of change, and nothing of the case. Each
 * has the id of the event that it follows from, so that a rebuild, or a batch that is applied again, tells nothing twice.
 */
export const partnerEvents: Follower = createFollower({
  name: 'partner-events',
  follows: [SOURCE],
  handlers: [on(ombudsmanCaseChanged, tell)],
  // What was told stays told, with its place: whoever reads on from there would be told all of it again.
  reset: async () => undefined,
});

async function tell(
  transaction: Transaction,
  events: readonly PlacedEvent<OmbudsmanCaseEvent>[],
): Promise<void> {
  const held = await readHeld(transaction, events);
  const changed = new Map<string, PartnerCaseRow>();
  const told: Told[] = [];
  for (const event of events) {
    const before = held.get(event.payload.id) ?? null;
    if (before !== null && before.version >= event.version) continue;
    const after = stateOf(event);
    if (after.partner === null && before === null) continue;
    told.push(
      ...changesOf(before, after).map((change) => ({ ...change, ...placeOf(event, change.partner) })),
    );
    held.set(after.id, after);
    changed.set(after.id, after);
  }
  await bulkUpsert(transaction, partnerCase, [...changed.values()]);
  await insertTold(transaction, told);
}

function stateOf({ payload, version }: PlacedEvent<OmbudsmanCaseEvent>): PartnerCaseRow {
  if ('takenBack' in payload) return { id: payload.id, partner: null, stream: null, version };
  return { id: payload.id, partner: payload.partner, stream: payload.stream, version };
}

type Change = Pick<Told, 'partner' | 'stream' | 'kind' | 'subject'>;

/** A case that goes from one partner to another is removed for the one and recorded for the other. */
function changesOf(before: PartnerCaseRow | null, after: PartnerCaseRow): Change[] {
  const change = (kind: PartnerEventKind, { partner, stream }: PartnerCaseRow): Change[] =>
    partner === null ? [] : [{ kind, partner, stream, subject: after.id }];
  if (before?.partner === after.partner) return change('CASE_CHANGED', after);
  return [...(before === null ? [] : change('CASE_REMOVED', before)), ...change('CASE_RECORDED', after)];
}

/** Two partners that one event tells something are told it by two ids. */
const placeOf = ({ position, at }: PlacedEvent, partner: string): Pick<Told, 'id' | 'at'> => ({
  id: `${SOURCE}-${position.xid}-${position.id}-${partner}`,
  at,
});

/** The partners' cases among those of the events, as they were last known. */
async function readHeld(
  transaction: Transaction,
  events: readonly PlacedEvent<OmbudsmanCaseEvent>[],
): Promise<Map<string, PartnerCaseRow>> {
  const rows = await transaction.query<PartnerCaseRow>(
    'select id, partner, stream, version from access.partner_case where id = any($1)',
    [events.map(({ payload }) => payload.id)],
  );
  return new Map(rows.map((row) => [row.id, { ...row, version: Number(row.version) }]));
}

/** In the order in which it happened. What is older than is kept is told to nobody, and what has become so is removed. */
async function insertTold(transaction: Transaction, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  await transaction.query(
    `insert into access.partner_event (id, partner, stream, kind, subject, at)
     select event ->> 'id', event ->> 'partner', event ->> 'stream', event ->> 'kind', event ->> 'subject',
       (event ->> 'at')::timestamptz
     from jsonb_array_elements($1::jsonb) with ordinality as told (event, place)
     where (event ->> 'at')::timestamptz > now() - interval '${KEPT_DAYS} days' order by place
     on conflict (id) do nothing`,
    [JSON.stringify(told)],
  );
  await transaction.query(`delete from access.partner_event where at < now() - interval '${KEPT_DAYS} days'`);
}
