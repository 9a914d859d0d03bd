import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../platform/config/clock';
import { type DataSource, inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { hashOf, type Seal } from '../sessions/seal';
import type { KeptFormRow } from '../tables';

const keptFormModel = z.object({
  /** For whom the form was made. */
  subject: z.string(),
  /** Where it was sent to: a path of the site. */
  action: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  /** Why it was not sent on: the session had ended, or nothing answered. */
  why: z.enum(['LATE', 'NO_ANSWER']).default('LATE'),
});

/** What somebody had typed that could not be sent on. */
export type KeptForm = z.output<typeof keptFormModel>;

/** Forms that could not be sent on: kept until their person sends them again. */
export interface KeptForms {
  /** Keeps a form. The id under which its person finds it. */
  keep(form: KeptForm): Promise<string>;
  /** The form of an id, for whom it was made and nobody else; null where there is none. */
  find(id: string, subject: string): Promise<KeptForm | null>;
}

/** As long as a session lasts at most. */
const LONGEST_MILLIS = 12 * 60 * 60_000;
/** How many one person has; the oldest goes first. */
const MOST = 20;
const ID_BYTES = 32;
const SCOPE = { subject: 'site', role: 'site' } as const;

/** Forms in the site's own schema, sealed by `seal`. */
export function createKeptForms(options: { dataSource: DataSource; seal: Seal; clock: Clock }): KeptForms {
  const { dataSource, seal, clock } = options;
  const inScope = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(dataSource, SCOPE, work);
  const oldest = () => new Date(clock.now().getTime() - LONGEST_MILLIS);
  return {
    keep: (form) =>
      inScope(async (transaction) => {
        const id = randomBytes(ID_BYTES).toString('base64url');
        const owner = hashOf(form.subject);
        await transaction.query('delete from site.kept_form where kept_at <= $1', [oldest()]);
        await transaction.query(
          'insert into site.kept_form (id_hash, owner_hash, sealed, kept_at) values ($1, $2, $3, $4)',
          [hashOf(id), owner, seal.seal(JSON.stringify(form)), clock.now()],
        );
        await transaction.query(
          `delete from site.kept_form where owner_hash = $1 and id_hash not in (
             select id_hash from site.kept_form where owner_hash = $1 order by kept_at desc, id_hash limit $2)`,
          [owner, MOST],
        );
        return id;
      }),
    find: (id, subject) =>
      inScope(async (transaction) => {
        const [row] = await transaction.query<Pick<KeptFormRow, 'sealed'>>(
          'select sealed from site.kept_form where id_hash = $1 and owner_hash = $2 and kept_at > $3',
          [hashOf(id), hashOf(subject), oldest()],
        );
        const text = row ? seal.open(row.sealed) : null;
        const form = text === null ? null : keptFormModel.safeParse(JSON.parse(text));
        return form?.success ? form.data : null;
      }),
  };
}
