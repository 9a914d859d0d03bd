import { listHolds, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const byCommand = `${setting('command')} is not null`;

/** An officer, in person, who is cleared for the stream that a column names: for the corporate one where it names none. */
const clearedFor = (stream: string): string =>
  `(${setting('credential')} is distinct from 'key' and ${roleIsOneOf('officer')}
    and ${listHolds('streams', `coalesce(lower(${stream}), 'corporate')`)})`;

/** Of a complaint whose people are not closed to the caller; the cases of none are nobody's in particular. */
const isOpen = (complaint: string): string =>
  `(${complaint} is null or coalesce(${complaint} <> all ((select ombudsman.closed_to_caller())::text[]), false))`;

const LOADS = roleIsOneOf('import');

/** Who works on the case that a row is of. */
const worksOn = (table: string): string =>
  `exists (select from ombudsman.ombudsman_case as held where held.id = ${table}.case_id
     and ${clearedFor('held.stream')} and ${isOpen('held.complaint_id')})`;

const seesCase = (table: string): string =>
  `exists (select from ombudsman.ombudsman_case as held where held.id = ${table}.case_id)`;

const commands = (table: string): string => `(${byCommand} and ${worksOn(table)})`;
const own = `subject = ${setting('subject')}`;

/** An officer's command, whatever the stream: of a case that was removed nothing but its id and its version is kept. */
const officersCommand = `(${byCommand} and ${roleIsOneOf('officer')})`;
const worksOnCase = `(${byCommand} and ${clearedFor('stream')} and ${isOpen('complaint_id')})`;

/** A policy of a table that is there already, and what it allows from now on. */
interface Changed extends Policy {
  readonly table: string;
}

/** A case, its findings and its remedies are changed by loads, and by commands of those who work on it. */
export const CHANGED_POLICIES: readonly Changed[] = [
  {
    ...{ table: 'ombudsman_case', name: 'loads_add', command: 'insert' },
    allows: `(${LOADS} or ${worksOnCase})`,
  },
  {
    ...{ table: 'ombudsman_case', name: 'loads_change_and_the_projection_joins', command: 'update' },
    allows: `(${roleIsOneOf('import', 'projection')} or ${worksOnCase})`,
  },
  ...['finding', 'remedy'].map(
    (table): Changed => ({
      ...{ table, name: 'loads_add', command: 'insert', allows: `(${LOADS} or ${commands(table)})` },
    }),
  ),
  {
    ...{ table: 'remedy', name: 'loads_change', command: 'update' },
    allows: `(${LOADS} or ${commands('remedy')})`,
  },
  {
    ...{ table: 'reference_of_complaint', name: 'those_who_join_read', command: 'select' },
    allows: `(${roleIsOneOf('import', 'projection')} or (${byCommand} and ${clearedFor('stream')}))`,
  },
  {
    ...{ table: 'case_gone', name: 'loads_read', command: 'select' },
    allows: `(${LOADS} or ${officersCommand})`,
  },
  {
    ...{ table: 'case_gone', name: 'loads_remove', command: 'delete' },
    allows: `(${LOADS} or ${officersCommand})`,
  },
];

/** A table of cases that are worked on here, with what the login may do with it, and whose rows. */
export const ENQUIRY_POLICIES: readonly {
  readonly table: string;
  readonly grants: string;
  readonly policies: readonly Policy[];
}[] = [
  {
    table: 'enquiry_entry',
    grants: 'select, insert',
    policies: [
      { name: 'who_sees_the_case_reads', command: 'select', allows: seesCase('enquiry_entry') },
      {
        name: 'who_works_on_it_adds',
        command: 'insert',
        allows: `(${commands('enquiry_entry')} and by = ${setting('subject')})`,
      },
    ],
  },
  {
    table: 'enquiry_words',
    grants: 'select, insert, delete',
    policies: [
      {
        name: 'who_works_on_it_reads',
        command: 'select',
        allows: `(${roleIsOneOf('projection')} or ${worksOn('enquiry_words')})`,
      },
      { name: 'who_works_on_it_adds', command: 'insert', allows: commands('enquiry_words') },
      { name: 'who_takes_people_out_removes', command: 'delete', allows: roleIsOneOf('projection') },
    ],
  },
  {
    table: 'command_done',
    grants: 'select, insert',
    policies: [
      // Of another's, no more than that the key is taken.
      {
        name: 'in_ones_own_name_read',
        command: 'select',
        allows: `(${own} or key = ${setting('command')})`,
      },
      { name: 'in_ones_own_name_add', command: 'insert', allows: `(${commands('command_done')} and ${own})` },
    ],
  },
];
