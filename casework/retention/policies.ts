import { listHolds, type Policy, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { isOwner } from '../restrictions/policies';
import { FACT_READERS } from '../tables/create-case-tables';

/** A table with what the stream's login may do with it, and whose rows. */
interface Secured {
  readonly table: string;
  /** None where functions alone, which run as the owner, may do anything with it. */
  readonly grants: string | null;
  readonly policies: readonly Policy[];
}

const byAPerson = `${setting('credential')} is distinct from 'key'`;
const isSubject = (column: string): string => `coalesce(${column} = ${setting('subject')}, false)`;

/**
 * Who may see and change the tables of retention of a stream: administrators and officers cleared for it see them, both hold, and
 * officers to whom the case is open decide. The functions, which run as the owner, do the rest.
 */
export function retentionPolicies(schema: string): readonly Secured[] {
  const officer = `(${roleIsOneOf('officer')} and ${listHolds('streams', `'${schema}'`)})`;
  const either = `(${roleIsOneOf('admin')} or ${officer})`;
  const among = (ids: string) =>
    `coalesce(complaint_id <> all ((select "${schema}".${ids}())::text[]), false)`;
  const [hold, decision, anonymised, preserved] = [
    'legal_hold',
    'retention_decision',
    'anonymised_stage',
    'preserved_people',
  ].map((name) => `"${schema}".${name}`);
  // Why a case is held is written about it: officers to whom it is closed read it as little as the case.
  const told = `((${roleIsOneOf('admin')} and ${among('conflicted_complaints')}) or ${among('closed_complaints')})`;
  const free = `(complaint_id is null or ${told})`;
  return [
    secured(hold, 'select, insert, update (lifted_by, lifted_at, lifted_because)', {
      select: `${either} and ${free}`,
      insert: `${byAPerson} and ${either} and ${free} and ${isSubject('put_by')}`,
      update: `${byAPerson} and ${either} and ${free}`,
    }),
    secured(decision, 'select, insert', {
      // Nobody is named of a restriction whose people were taken out: who decided that sees it still.
      select: `${either} and (${told} or ${isSubject('decided_by')})`,
      insert: `${byAPerson} and ${officer} and ${among('closed_complaints')} and ${isSubject('decided_by')}`,
    }),
    secured(anonymised, 'select', {
      select: roleIsOneOf(...FACT_READERS, 'projection'),
      insert: 'false',
    }),
    secured(preserved, null, { select: 'false', insert: 'false', delete: 'false' }),
  ];
}

function secured(
  table: string | undefined,
  grants: string | null,
  rules: Readonly<Partial<Record<'select' | 'insert' | 'update' | 'delete', string>>>,
): Secured {
  if (table === undefined) throw new Error('A table of retention has no name');
  const names = {
    select: 'who_may_read',
    insert: 'who_may_add',
    update: 'who_may_change',
    delete: 'who_may_remove',
  };
  const commands = ['select', 'insert', 'update', 'delete'] as const;
  return {
    ...{ table, grants },
    policies: commands.flatMap((command) => {
      const rule = rules[command];
      return rule === undefined
        ? []
        : [{ name: names[command], command, allows: `(${isOwner(table)} or (${rule}))` }];
    }),
  };
}
