import { type OmbudsmanDescribed, ombudsmanDescribed } from '../../../contracts/events/ombudsman-described';
import { publish } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';

const DESCRIPTION: OmbudsmanDescribed = {
  report: {
    id: 'ombudsman-upheld',
    title: 'Ombudsman decisions',
    samePeriodOfYearsBefore: false,
    rows: [{ label: 'Upheld by the LGSCO, all streams', measure: 'upheldByOmbudsman', stage: null }],
  },
};

/** Publishes that the ombudsmen's cases are kept here, and how their table in the report looks, whenever that changed. */
export async function describePart(transaction: Transaction): Promise<void> {
  const changed = await transaction.query<{ version: number }>(
    `insert into ombudsman.description as held (part, version, payload) values ('ombudsman', 1, $1::jsonb)
     on conflict (part) do update set version = held.version + 1, payload = excluded.payload
     where held.payload is distinct from excluded.payload
     returning version`,
    [JSON.stringify(DESCRIPTION)],
  );
  const [{ version } = { version: 0 }] = changed;
  if (version === 0) return;
  await publish(transaction, 'ombudsman', [
    ombudsmanDescribed.event({ subject: 'ombudsman', version: Number(version), payload: DESCRIPTION }),
  ]);
}
