import { type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const officer = `(${setting('credential')} is distinct from 'key' and ${roleIsOneOf('officer')})`;

/** An officer, in person, who may read who was on the line: as the policy of that table says. */
const clearedForCall = (table: string): string =>
  `(${officer} and exists (select from telephony.call_people as held
     where held.authority = ${table}.authority and held.call_id = ${table}.call_id))`;

const PROJECTS = roleIsOneOf('projection');
const LOADS = roleIsOneOf('import');

/** What became of calls: told to officers cleared for the call, and said by them. An import that removes a call takes the note out. */
export const OUTCOME_POLICIES: readonly {
  readonly table: string;
  readonly grants: string;
  readonly policies: readonly Policy[];
}[] = [
  {
    table: 'call_complaint',
    grants: 'select, insert, update, delete',
    policies: [
      {
        name: 'the_projection_and_officers_who_are_cleared_read',
        command: 'select',
        allows: `(${PROJECTS} or ${clearedForCall('call_complaint')})`,
      },
      { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
      { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
      { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
    ],
  },
  {
    table: 'call_outcome',
    grants: 'select, insert, update',
    policies: [
      {
        name: 'imports_and_officers_who_are_cleared_read',
        command: 'select',
        allows: `(${LOADS} or ${clearedForCall('call_outcome')})`,
      },
      {
        name: 'in_ones_own_name',
        command: 'insert',
        allows: `(${setting('command')} is not null and ${clearedForCall('call_outcome')}
          and coalesce(by = ${setting('subject')}, false))`,
      },
      { name: 'an_import_takes_notes_out', command: 'update', allows: LOADS },
    ],
  },
];
