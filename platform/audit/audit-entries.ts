import { badUserInput, forbidden } from '../server/errors';
import { type PageOf, pageOf, readPage } from '../server/paging';
import { isIsoDay, readDay } from '../server/read-day';
import type { OperationContext } from '../server/subgraph';
import { keepNoAnswer } from '../transaction/kept-answers';
import type { Transaction } from '../transaction/transaction';
import { AUDIT_ACTIONS, type AuditAction } from './actions';
import { type SealShown, shownSeal } from './seals/shown-seal';

/** The arguments of a list of entries, as they come. */
export interface AuditArguments {
  readonly where?: AuditFilter | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

interface AuditFilter {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly actors?: readonly string[] | null | undefined;
  readonly actions?: readonly AuditAction[] | null | undefined;
  readonly subjects?: readonly string[] | null | undefined;
}

/** An entry as the graph shows it. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly action: AuditAction;
  readonly subject: string;
  readonly request: string;
}

/** One page of entries; all of them are counted only when somebody asks. */
export interface AuditPage extends PageOf<AuditEntry> {
  count(transaction: Transaction): Promise<number>;
  seal(transaction: Transaction): Promise<SealShown | null>;
}

interface EntryRow {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly record_id: string;
  readonly request_id: string;
}

/** Days are the council's; a part that is null narrows nothing. */
const NARROWED = `
  ($1::date is null or at >= ($1::date)::timestamp at time zone 'Europe/London')
  and ($2::date is null or at < ($2::date + 1)::timestamp at time zone 'Europe/London')
  and ($3::text[] is null or actor = any ($3)) and ($4::text[] is null or action = any ($4))
  and ($5::text[] is null or record_id = any ($5))`;

/**
 * The audit log of one part, the newest entry first: who read or changed what. Open to auditors alone, here as at the
 * gateway and in the database. Throws FORBIDDEN for others, and BAD_USER_INPUT that names an argument which cannot be meant.
 */
export const auditEntries =
  (schema: string) =>
  async (_: unknown, { where, ...paging }: AuditArguments, context: OperationContext): Promise<AuditPage> => {
    if (context.identity.role !== 'auditor') throw forbidden('The audit log is open to auditors alone.');
    // Every reading adds to the log, and changes nothing else.
    keepNoAnswer(context.transaction);
    const page = readPage(paging, { question: [`${schema}AuditEntries`, where], key: [1] });
    const narrowing = narrowedBy(where ?? {});
    const table = `"${schema}".audit_entry`;
    const rows = await context.transaction.query<EntryRow>(
      `select id, at, actor, role, action, record_id, request_id from ${table} as entry
       where ${NARROWED} and ($6::bigint is null or (at, id) < (select before.at, before.id from ${table} as before where before.id = $6))
       order by at desc, id desc limit $7`,
      [...narrowing, page.after?.[0] ?? null, page.size + 1],
    );
    const nodeOf = entryOf(schema);
    return {
      ...pageOf(page, rows, { keyOf: ({ id }) => [id], nodeOf }),
      count: async (transaction) => {
        const [counted] = await transaction.query<{ count: number }>(
          `select count(*)::int as count from ${table} where ${NARROWED}`,
          narrowing,
        );
        return counted?.count ?? 0;
      },
      seal: (transaction) => shownSeal(transaction, schema),
    };
  };

/** How a page is resolved where its total is asked for, or how far its log is sealed. */
export const auditConnection = {
  seal: (page: AuditPage, _: object, { transaction }: OperationContext) => page.seal(transaction),
  totalCount: (page: AuditPage, _: object, { transaction }: OperationContext) => page.count(transaction),
};

const isAction = (written: string): written is AuditAction =>
  AUDIT_ACTIONS.some((action) => action === written);

const entryOf =
  (schema: string) =>
  ({ id, at, actor, role, action, record_id, request_id }: EntryRow): AuditEntry => {
    if (!isAction(action))
      throw new Error(`The audit log of ${schema} holds an action that nobody describes`);
    const when = at.toISOString();
    return { id: `${schema}-${id}`, at: when, actor, role, action, subject: record_id, request: request_id };
  };

function narrowedBy({ from, to, actors, actions, subjects }: AuditFilter): readonly unknown[] {
  return [
    readDay('where.from', from, isIsoDay),
    readDay('where.to', to, isIsoDay),
    listOf(actors, 'actors'),
    listOf(actions, 'actions'),
    listOf(subjects, 'subjects'),
  ];
}

function listOf(values: readonly string[] | null | undefined, name: string): readonly string[] | null {
  if (values === null || values === undefined) return null;
  if (values.length > 0) return values;
  throw badUserInput(`\`where.${name}\` is empty, which no entry could be in: leave it out for all.`);
}
