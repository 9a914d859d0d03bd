import { ombudsmanCaseChanged } from '../../../contracts/events/ombudsman-case-changed';
import type { KeptOmbudsmanCase } from '../../../contracts/records/ombudsman-case';
import { publish } from '../../../platform/outbox/outbox';
import type { RemoveRecords } from '../../../platform/server/keeper';
import { waitToJoin } from '../complaints/join-complaints';
import { caseIdFor } from './keys';
import { liveCases } from './live-cases';

/**
 * Removes what the register said: the cases go with their findings and remedies. Of each its id and its version stay,
 * so that it goes on from there when it is kept again. A case that is worked on here by now stays.
 */
export const removeCases: RemoveRecords<KeptOmbudsmanCase> = async (transaction, { batch }) => {
  await waitToJoin(transaction);
  const all = batch.map(({ record }) => caseIdFor(record));
  const live = await liveCases(transaction, all);
  const caseIds = all.filter((id) => !live.has(id));
  await transaction.query('delete from ombudsman.finding where case_id = any($1)', [caseIds]);
  await transaction.query('delete from ombudsman.remedy where case_id = any($1)', [caseIds]);
  const gone = await transaction.query<{ id: string; authority: string; version: number }>(
    `with gone as (
       delete from ombudsman.ombudsman_case where id = any($1) returning id, authority, version + 1 as version),
     noted as (insert into ombudsman.case_gone (id, version, gone_at) select id, version, now() from gone)
     select id, authority, version from gone order by id collate "C"`,
    [caseIds],
  );
  await publish(
    transaction,
    'ombudsman',
    gone.map(({ id, authority, version }) =>
      ombudsmanCaseChanged.event({
        subject: id,
        version: Number(version),
        payload: { id, authority, takenBack: true },
      }),
    ),
  );
};
