import { type Policy, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { clearedOfficer } from '../live/policies';

interface Secured {
  readonly table: string;
  readonly grants: string;
  readonly policies: readonly Policy[];
}

const isSubject = (sql: string): string => `coalesce(${setting('subject')} = ${sql}, false)`;
const manager = `(${setting('credential')} is distinct from 'key' and ${roleIsOneOf('manager')})`;

/**
 * Who may see and change who works on a stream's complaints: officers cleared for it. A manager sees the groups that they are in,
 * and records when they themselves are away.
 */
export function worklistPolicies(schema: string): readonly Secured[] {
  const officer = clearedOfficer(schema);
  const isMember = `coalesce(${setting('subject')} = any (members), false)`;
  const own = `(${manager} and ${isSubject('subject')})`;
  const away = `(${officer} or ${own})`;
  return [
    {
      table: `"${schema}".case_group`,
      grants: 'select, insert, update (name, members, call_groups, version, changed_by, changed_at)',
      policies: [
        { name: 'who_may_read', command: 'select', allows: `(${officer} or (${manager} and ${isMember}))` },
        { name: 'who_may_add', command: 'insert', allows: `(${officer} and ${isSubject('changed_by')})` },
        { name: 'who_may_change', command: 'update', allows: officer },
      ],
    },
    {
      table: `"${schema}".absence`,
      grants: 'select, insert, update (ended_by, ended_at)',
      policies: [
        {
          name: 'who_may_read',
          command: 'select',
          allows: `(${away} or (${manager} and ${isSubject('stands_in')}))`,
        },
        { name: 'who_may_add', command: 'insert', allows: `(${away} and ${isSubject('recorded_by')})` },
        { name: 'who_may_change', command: 'update', allows: away },
      ],
    },
    {
      table: `"${schema}".many_done`,
      grants: 'select, insert, update (outcome)',
      policies: [
        { name: 'who_may_read', command: 'select', allows: `(${officer} and ${isSubject('subject')})` },
        { name: 'who_may_add', command: 'insert', allows: `(${officer} and ${isSubject('subject')})` },
        { name: 'who_may_change', command: 'update', allows: `(${officer} and ${isSubject('subject')})` },
      ],
    },
  ];
}
