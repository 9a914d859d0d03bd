import { type Policy, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { clearedOfficer, managerOf } from '../live/policies';
import { isOwner } from '../restrictions/policies';

/** A table of what was learned, by the name that it has in a stream's schema, and who may read and write its rows. */
export interface LearningSecurity {
  readonly table: string;
  readonly policies: readonly Policy[];
}

/**
 * What was learned of a live complaint is open to whoever works on it, and to managers of the service that is to do
 * something: its facts, never its words. Nobody sees it of a complaint that they have a conflict of interest in. It is
 * written with the command that it follows from.
 */
export function learningPolicies(schema: string): readonly LearningSecurity[] {
  const free = (table: string) =>
    `coalesce(${table}.complaint_id <> all ((select "${schema}".conflicted_complaints())::text[]), false)`;
  const seen = (table: string) =>
    `exists (select from "${schema}".live_case as held where held.complaint_id = ${table}.complaint_id)`;
  const byCommand = `${setting('command')} is not null
    and (${clearedOfficer(schema)} or (${setting('credential')} is distinct from 'key' and ${roleIsOneOf('manager')}))`;
  const secured = (name: string, alsoOpenTo: string | null): LearningSecurity => {
    const table = `"${schema}".${name}`;
    const reads = alsoOpenTo === null ? seen(name) : `(${seen(name)} or (${alsoOpenTo} and ${free(name)}))`;
    const writes = `(${isOwner(table)} or (${byCommand} and ${seen(name)}))`;
    return {
      table: name,
      policies: [
        { name: 'who_may_read', command: 'select', allows: `(${isOwner(table)} or ${reads})` },
        { name: 'who_may_add', command: 'insert', allows: writes },
        { name: 'who_may_change', command: 'update', allows: writes },
        { name: 'who_may_remove', command: 'delete', allows: isOwner(table) },
      ],
    };
  };
  return [
    secured('promised_action', managerOf('service_id')),
    secured('recommendation', managerOf('service_id')),
    secured('named_cause', null),
  ];
}
