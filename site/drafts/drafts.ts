import type { Clock } from '../../platform/config/clock';
import { type DataSource, inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { hashOf, type Seal } from '../sessions/seal';
import type { DraftRow } from '../tables';
import { type Draft, draftModel } from './draft';

/** Complaints that are being recorded, each for its person alone. */
export interface Drafts {
  /** Keeps a draft that begins; one of the same id is left as it is. False where its person has too many already. */
  begin(draft: Draft): Promise<boolean>;
  /** The drafts of somebody that are not recorded yet, the newest first. */
  list(subject: string): Promise<Draft[]>;
  /** The draft of an id, for whose it is and nobody else; null where there is none. */
  find(id: string, subject: string): Promise<Draft | null>;
  /** Changes a draft, one change after the other; null where there is none. */
  change(id: string, subject: string, change: (draft: Draft) => Draft): Promise<Draft | null>;
  remove(id: string, subject: string): Promise<void>;
}

/** For how many days a draft is kept after it was saved last. */
export const DRAFT_DAYS = 30;
/** How many one person has that are not recorded. */
export const MOST_DRAFTS = 50;
/** For how many days it is kept which complaint a draft became, so that a second sending leads there. */
const RECORDED_DAYS = 1;
const DAY_MILLIS = 24 * 60 * 60_000;
const SCOPE = { subject: 'site', role: 'site' } as const;

const FIND = 'select sealed from site.draft where id_hash = $1 and owner_hash = $2 and ends_at > $3';
const LIST = `select sealed from site.draft where owner_hash = $1 and ends_at > $2 and not is_recorded
  order by begun_at desc, id_hash`;
const KEEP = 'update site.draft set sealed = $2, ends_at = $3, is_recorded = $4 where id_hash = $1';

/** Drafts in the site's own schema, sealed by `seal`. */
export function createDrafts(options: { dataSource: DataSource; seal: Seal; clock: Clock }): Drafts {
  const { dataSource, seal, clock } = options;
  const inScope = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(dataSource, SCOPE, work);
  const sealed = (draft: Draft) => seal.seal(JSON.stringify(draft));
  const opened = (rows: readonly Pick<DraftRow, 'sealed'>[]): Draft[] =>
    rows.flatMap((row) => {
      const text = seal.open(row.sealed);
      const draft = text === null ? null : draftModel.safeParse(JSON.parse(text));
      return draft?.success ? [draft.data] : [];
    });
  const ask = async (transaction: Transaction, statement: string, values: readonly unknown[]) =>
    opened(await transaction.query<Pick<DraftRow, 'sealed'>>(statement, [...values]));
  const of = (id: string, subject: string) => [hashOf(id), hashOf(subject), clock.now()];
  return {
    begin: (draft) =>
      inScope((transaction) => keepNew(transaction, { draft, sealed: sealed(draft), now: clock.now() })),
    list: (subject) => inScope((transaction) => ask(transaction, LIST, [hashOf(subject), clock.now()])),
    find: (id, subject) =>
      inScope(async (transaction) => (await ask(transaction, FIND, of(id, subject)))[0] ?? null),
    change: (id, subject, change) =>
      inScope(async (transaction) => {
        const [draft] = await ask(transaction, `${FIND} for update`, of(id, subject));
        if (draft === undefined) return null;
        const changed = change(draft);
        const isRecorded = changed.became !== null;
        const endsAt = inDays(clock.now(), isRecorded ? RECORDED_DAYS : DRAFT_DAYS);
        await transaction.query(KEEP, [hashOf(id), sealed(changed), endsAt, isRecorded]);
        return changed;
      }),
    remove: async (id, subject) => {
      const statement = 'delete from site.draft where id_hash = $1 and owner_hash = $2';
      await inScope((transaction) => transaction.query(statement, [hashOf(id), hashOf(subject)]));
    },
  };
}

const inDays = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MILLIS);

/** Keeps a draft that begins, and lets go of all whose time is over. */
async function keepNew(
  transaction: Transaction,
  { draft, sealed, now }: { readonly draft: Draft; readonly sealed: string; readonly now: Date },
): Promise<boolean> {
  const [id, owner] = [hashOf(draft.id), hashOf(draft.subject)];
  await transaction.query('delete from site.draft where ends_at <= $1', [now]);
  const [counted] = await transaction.query<{ count: number }>(
    `select count(*)::int as count from site.draft
     where owner_hash = $1 and id_hash <> $2 and not is_recorded`,
    [owner, id],
  );
  if ((counted?.count ?? 0) >= MOST_DRAFTS) return false;
  await transaction.query(
    `insert into site.draft (id_hash, owner_hash, sealed, is_recorded, begun_at, ends_at)
     values ($1, $2, $3, false, $4, $5) on conflict (id_hash) do nothing`,
    [id, owner, sealed, now, inDays(now, DRAFT_DAYS)],
  );
  return true;
}
