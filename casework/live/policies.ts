import { listHolds, type Policy, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { isOwner } from '../restrictions/policies';
import { FACT_READERS } from '../tables/create-case-tables';

/** A table of live complaints with what the stream's login may do with it, and whose rows. */
interface Secured {
  readonly table: string;
  readonly grants: string;
  readonly policies: readonly Policy[];
}

const byAPerson = `${setting('credential')} is distinct from 'key'`;
const byCommand = `${setting('command')} is not null`;

/** An officer who is cleared for the stream, in person. */
export const clearedOfficer = (schema: string): string =>
  `(${byAPerson} and ${roleIsOneOf('officer')} and ${listHolds('streams', `'${schema}'`)})`;

/** A manager, in person, of the service that a column names. */
export const managerOf = (column: string): string =>
  `(${byAPerson} and ${roleIsOneOf('manager')} and ${listHolds('services', column)})`;

/**
 * Who works on live complaints: officers cleared for the stream, and managers of the service, but nobody in whose way a conflict
 * of interest stands; a restricted case shows its people and words to those named alone. Writing takes a command. Followers
 * of the calendar move open limits, and imports take cases over.
 */
export function livePolicies(schema: string): readonly Secured[] {
  const among = (ids: string) =>
    `coalesce(complaint_id <> all ((select "${schema}".${ids}())::text[]), false)`;
  const free = among('conflicted_complaints');
  const open = among('closed_complaints');
  const loads = roleIsOneOf('import');
  const follows = roleIsOneOf('projection');
  const officer = clearedOfficer(schema);
  const manager = managerOf('service_id');
  const seen = (table: string) =>
    `exists (select from "${schema}".live_case as held where held.complaint_id = ${table}.complaint_id)`;
  const worker = `(${officer} or ${manager})`;
  const works = `(${loads} or ${follows} or (${byCommand} and (${officer} or (${byAPerson} and ${roleIsOneOf('manager')}))))`;
  const reader = (table: string) => `(${loads} or ${follows} or ${seen(table)})`;
  const people = (table: string) => `(${loads} or (${seen(table)} and ${open}))`;
  // Where the people of a complaint were taken out, nobody comes in again.
  const bring = (table: string) => `${people(table)} and not exists (
    select from "${schema}".anonymised_stage as gone join "${schema}".stage as stage on stage.id = gone.stage_id
    where stage.complaint_id = ${table}.complaint_id)`;
  return [
    secured(schema, 'live_case', 'select, insert, update', {
      select: `${loads} or ${follows} or (${worker} and ${free})`,
      insert: `${loads} or (${byCommand} and ${officer})`,
      update: `${loads} or ${follows} or (${byCommand} and ${worker} and ${free})`,
    }),
    secured(schema, 'live_clock', 'select, insert, update', {
      select: roleIsOneOf(...FACT_READERS, 'projection'),
      insert: `${works} and ${reader('live_clock')}`,
      update: `${works} and ${reader('live_clock')}`,
    }),
    secured(schema, 'timeline_entry', 'select, insert', {
      select: reader('timeline_entry'),
      insert: `${works} and ${reader('timeline_entry')}`,
    }),
    secured(schema, 'timeline_words', 'select, insert', {
      select: people('timeline_words'),
      insert: `${works} and ${bring('timeline_words')}`,
    }),
    secured(schema, 'case_party', 'select, insert', {
      select: people('case_party'),
      insert: `${works} and ${bring('case_party')}`,
    }),
    // Whose command it was is told to nobody else; that a key was taken, its primary key says.
    secured(schema, 'command_done', 'select, insert', {
      select: `subject = ${setting('subject')}`,
      insert: `${works} and subject = ${setting('subject')}`,
    }),
  ];
}

const NAMES = {
  select: 'who_may_read',
  insert: 'who_may_add',
  update: 'who_may_change',
  delete: 'who_may_remove',
} as const;

/** The owner's own functions take people out for good. */
function secured(
  schema: string,
  name: string,
  grants: string,
  rules: Readonly<Partial<Record<'select' | 'insert' | 'update', string>>>,
): Secured {
  const table = `"${schema}".${name}`;
  const commands = ['select', 'insert', 'update'] as const;
  const policies = commands.flatMap((command): Policy[] => {
    const rule = rules[command];
    if (rule === undefined) return [];
    return [{ name: NAMES[command], command, allows: `(${isOwner(table)} or (${rule}))` }];
  });
  return {
    ...{ table, grants },
    policies: [...policies, { name: NAMES.delete, command: 'delete', allows: isOwner(table) }],
  };
}
