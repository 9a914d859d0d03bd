import {
  type OmbudsmanCaseChanged,
  ombudsmanCaseChanged,
} from '../../../contracts/events/ombudsman-case-changed';
import { publish } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';

/** Publishes how these cases stand now. */
export async function publishCases(transaction: Transaction, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  const rows = await transaction.query<OmbudsmanCaseChanged & { version: number }>(
    `select id, authority, body, reference, stream, partner, received_on as "receivedOn",
       decided_on as "decidedOn", upheld, complaint_id as "complaintId", version,
       (select coalesce(jsonb_agg(jsonb_build_object('dueOn', due_on, 'doneOn', done_on) order by place), '[]')
        from ombudsman.remedy where case_id = id) as remedies
     from ombudsman.ombudsman_case where id = any($1) order by id collate "C"`,
    [caseIds],
  );
  await publish(
    transaction,
    'ombudsman',
    rows.map(({ version, ...payload }) =>
      ombudsmanCaseChanged.event({ subject: payload.id, version: Number(version), payload }),
    ),
  );
}
