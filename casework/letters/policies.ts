import { type Policy, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { clearedOfficer } from '../live/policies';
import { isOwner } from '../restrictions/policies';

/**
 * Letters are open to whoever may read the people and words of their complaint: officers cleared for the stream and managers of
 * the service, nobody to whom the case is closed. They are begun and changed in a command, and not where people were taken out.
 */
export function letterPolicies(schema: string): readonly Policy[] {
  const table = `"${schema}".letter`;
  const seen = `exists (select from "${schema}".live_case as held where held.complaint_id = letter.complaint_id)`;
  const open = `coalesce(complaint_id <> all ((select "${schema}".closed_complaints())::text[]), false)`;
  const works = `(${clearedOfficer(schema)} or (${setting('credential')} is distinct from 'key' and ${roleIsOneOf('manager')}))`;
  const isGone = `exists (
    select from "${schema}".anonymised_stage as gone join "${schema}".stage as stage on stage.id = gone.stage_id
    where stage.complaint_id = letter.complaint_id)`;
  const writes = `${setting('command')} is not null and ${works} and ${seen} and ${open} and not ${isGone}`;
  return [
    { name: 'who_may_read', command: 'select', allows: `(${isOwner(table)} or (${seen} and ${open}))` },
    {
      name: 'who_may_add',
      command: 'insert',
      allows: `(${writes} and coalesce(changed_by = ${setting('subject')}, false))`,
    },
    { name: 'who_may_change', command: 'update', allows: `(${isOwner(table)} or (${writes}))` },
    { name: 'who_may_remove', command: 'delete', allows: isOwner(table) },
  ];
}
