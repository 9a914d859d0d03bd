import { type Policy, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { clearedOfficer } from '../live/policies';
import { isOwner } from '../restrictions/policies';

/**
 * Documents are open to whoever may read the people and words of their complaint: officers cleared for the stream and managers of
 * the service, nobody to whom the case is closed. They are added in a command, and never where people were taken out. Whoever
 * removes files that nobody needs sees which are named, as loads see all.
 */
export function documentPolicies(schema: string): readonly Policy[] {
  const table = `"${schema}".document`;
  const seen = `exists (select from "${schema}".live_case as held where held.complaint_id = document.complaint_id)`;
  const open = `coalesce(complaint_id <> all ((select "${schema}".closed_complaints())::text[]), false)`;
  const works = `(${clearedOfficer(schema)} or (${setting('credential')} is distinct from 'key' and ${roleIsOneOf('manager')}))`;
  const isGone = `exists (
    select from "${schema}".anonymised_stage as gone join "${schema}".stage as stage on stage.id = gone.stage_id
    where stage.complaint_id = document.complaint_id)`;
  const adds = `${setting('command')} is not null and ${works} and ${seen} and ${open} and not ${isGone}
    and coalesce(attached_by = ${setting('subject')}, false)`;
  return [
    {
      name: 'who_may_read',
      command: 'select',
      allows: `(${isOwner(table)} or ${roleIsOneOf('import')} or (${seen} and ${open}))`,
    },
    { name: 'who_may_add', command: 'insert', allows: `(${adds})` },
    { name: 'who_may_remove', command: 'delete', allows: isOwner(table) },
  ];
}
