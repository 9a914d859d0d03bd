import { listHolds, type Policy, roleIsOneOf, setting } from '../../platform/postgres/row-security';

/** Somebody's own doing. */
const isSubject = (column: string): string => `coalesce(${column} = ${setting('subject')}, false)`;

const byAPerson = `${setting('credential')} is distinct from 'key'`;
const isAdmin = roleIsOneOf('admin');

/** Whose rows of a table may be read, added and changed, as SQL. */
interface Rules {
  readonly reads: string;
  readonly adds: string;
  readonly changes: string;
  /** What the login may do at all. */
  readonly grants: string;
}

/**
 * Who may see and change the tables of restrictions of a stream. Administrators, who read no account, and officers cleared for
 * it; of a restricted case only those named. Nobody in whose way a conflict of interest stands, and no key.
 */
function rulesOf(schema: string): Readonly<Record<string, Rules>> {
  const officer = `(${roleIsOneOf('officer')} and ${listHolds('streams', `'${schema}'`)})`;
  const among = (column: string, ids: string) =>
    `coalesce(${column} <> all ((select "${schema}".${ids}())::text[]), false)`;
  const free = among('complaint_id', 'conflicted_complaints');
  const open = among('complaint_id', 'closed_complaints');
  const named = `(${officer} and ${setting('subject')} = any (named))`;
  // Whoever opened it by a reason reads its people, and keeps nobody from them.
  const decides = `(${officer} and ${open} and (${among('complaint_id', 'restricted_complaints')}
    or exists (select from "${schema}".restriction as held where held.complaint_id = conflict_of_interest.complaint_id
      and held.lifted_at is null and ${setting('subject')} = any (held.named))))`;
  return {
    restriction: {
      reads: `${free} and (${isAdmin} or ${named} or (${officer} and ${isSubject('restricted_by')}))`,
      adds: `${byAPerson} and ${free} and (${isAdmin} or ${officer}) and ${isSubject('restricted_by')}`,
      changes: `${byAPerson} and ${free} and (${isAdmin} or ${named})`,
      grants: 'select, insert, update (named, version, lifted_by, lifted_at, lifted_because)',
    },
    conflict_of_interest: {
      reads: `(${isAdmin} and ${free}) or ${decides} or (${officer} and ${isSubject('recorded_by')})`,
      adds: `${byAPerson} and ((${isAdmin} and ${free}) or ${decides}) and ${isSubject('recorded_by')}`,
      changes: `${byAPerson} and ${isAdmin} and ${free} and not ${isSubject('subject')}`,
      grants: 'select, insert, update (withdrawn_by, withdrawn_at, withdrawn_because)',
    },
    case_opening: {
      reads: `${isSubject('opened_by')} or (${roleIsOneOf('admin', 'auditor')} and ${free})`,
      adds: `${byAPerson} and ${free} and ${officer} and ${isSubject('opened_by')}`,
      changes: `${byAPerson} and (${isSubject('opened_by')} or (${roleIsOneOf('admin', 'auditor')} and ${free}))`,
      grants: 'select, insert, update (ended_by, ended_at, acknowledged_by, acknowledged_at)',
    },
  };
}

/** The names of those tables. */
export const RESTRICTION_TABLES = ['restriction', 'conflict_of_interest', 'case_opening'] as const;

/** The policies and grants of those tables, by table. The owner's own functions read past them. */
export function restrictionPolicies(
  schema: string,
): readonly { readonly table: string; readonly grants: string; readonly policies: readonly Policy[] }[] {
  const rules = rulesOf(schema);
  return RESTRICTION_TABLES.flatMap((name) => {
    const of = rules[name];
    if (of === undefined) return [];
    const table = `"${schema}".${name}`;
    const orOwner = (rule: string) => `(${isOwner(table)} or (${rule}))`;
    return [
      {
        table,
        grants: of.grants,
        policies: [
          { name: 'who_may_read', command: 'select', allows: orOwner(of.reads) },
          { name: 'who_may_add', command: 'insert', allows: of.adds },
          { name: 'who_may_change', command: 'update', allows: of.changes },
        ] as const,
      },
    ];
  });
}

/** The functions that say what is closed run as the owner, and have to see all rows: one unseen would be open. */
export const isOwner = (table: string): string =>
  `(select pg_catalog.pg_get_userbyid(relowner) = current_user from pg_catalog.pg_class where oid = '${table}'::regclass)`;

/** No account of a case that is closed to the caller, whatever role and clearance open; loads write all. */
export const closedCasesPolicy = (schema: string): string =>
  `(${roleIsOneOf('import')} or coalesce(stage_id <> all ((select "${schema}".closed_stages())::text[]), false))`;
