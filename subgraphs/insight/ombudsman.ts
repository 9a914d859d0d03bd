import type { OmbudsmanCaseChanged, OmbudsmanDescribed } from '../../casework/events';
import type { PlacedEvent } from '../../platform/outbox/outbox';
import type { BulkTable } from '../../platform/transaction/bulk';
import type { Transaction } from '../../platform/transaction/transaction';
import { keepNewest } from './newest';
import type { OmbudsmanCaseFactRow, OmbudsmanDescribedRow } from './ombudsman-tables';

const CASES: BulkTable<OmbudsmanCaseFactRow> = {
  table: 'insight.ombudsman_case_fact',
  key: ['case_id'],
  columns: {
    case_id: 'text',
    authority: 'text',
    body: 'text',
    reference: 'text',
    stream: 'text',
    partner: 'text',
    received_on: 'date',
    decided_on: 'date',
    upheld: 'boolean',
    complaint_id: 'text',
    version: 'bigint',
  },
};

const DESCRIBED: BulkTable<OmbudsmanDescribedRow> = {
  table: 'insight.ombudsman_described',
  key: ['part'],
  columns: { part: 'text', description: 'jsonb', version: 'bigint' },
};

/** Brings the ombudsmen's cases to the newest state that was told of each. */
export function applyOmbudsmanCases(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }): OmbudsmanCaseFactRow => {
    const { id, receivedOn, decidedOn, complaintId, ...told } = payload as OmbudsmanCaseChanged;
    const days = { received_on: receivedOn, decided_on: decidedOn };
    return { case_id: id, ...told, ...days, complaint_id: complaintId, version };
  });
  return keepNewest(transaction, CASES, rows);
}

/** Keeps what the ombudsmen's part tells of itself: from then on its measures are recorded. */
export function applyOmbudsmen(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }) => {
    return { part: 'ombudsman', description: payload as OmbudsmanDescribed, version };
  });
  return keepNewest(transaction, DESCRIBED, rows);
}
