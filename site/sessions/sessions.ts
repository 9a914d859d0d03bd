import { randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/config/clock';
import { type DataSource, inTransaction, type Transaction } from '../../platform/transaction/transaction';
import type { SessionRow } from '../tables';
import { hashOf, type Seal } from './seal';
import { type KeptSession, type Session, sessionModel } from './session';

/** Keeps sessions where every copy of the site finds them. */
export interface Sessions {
  /** Begins a session under an id that nobody has seen before, so that none can be foisted on a person. */
  begin(session: Session, providerSession: string | null): Promise<string>;
  /** The session of an id; null where there is none, or it has ended. */
  find(id: string): Promise<KeptSession | null>;
  /** Keeps what a session now holds; one that has ended meanwhile stays so. */
  keep({ id, session }: KeptSession): Promise<void>;
  end(id: string): Promise<void>;
  /** Ends those that one session of the sign-in service began. */
  endOfProvider(providerSession: string): Promise<void>;
}

/** A working day, however much the session is used. */
const LONGEST_MILLIS = 12 * 60 * 60_000;
/** After this long without a page. */
export const IDLE_MILLIS = 2 * 60 * 60_000;
/** A use is noted once in this time. */
const NOTED_MILLIS = 60_000;
const ID_BYTES = 32;
const SCOPE = { subject: 'site', role: 'site' } as const;

/** Sessions in the site's own schema, sealed by `seal`. */
export function createSessions(options: { dataSource: DataSource; seal: Seal; clock: Clock }): Sessions {
  const { dataSource, seal, clock } = options;
  const inScope = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(dataSource, SCOPE, work);
  const after = (millis: number) => new Date(clock.now().getTime() + millis);
  return {
    async begin(session, providerSession) {
      const id = randomBytes(ID_BYTES).toString('base64url');
      await inScope(async (transaction) => {
        await transaction.query('delete from site.session where ends_at < $1 or used_at < $2', [
          clock.now(),
          after(-IDLE_MILLIS),
        ]);
        await transaction.query(
          `insert into site.session (id_hash, provider_session_hash, sealed, used_at, ends_at) values ($1, $2, $3, $4, $5)`,
          [
            hashOf(id),
            providerSession && hashOf(providerSession),
            seal.seal(JSON.stringify(session)),
            clock.now(),
            after(LONGEST_MILLIS),
          ],
        );
      });
      return id;
    },
    find: (id) =>
      inScope(async (transaction) => {
        const [row] = await transaction.query<Pick<SessionRow, 'sealed' | 'used_at'>>(
          'select sealed, used_at from site.session where id_hash = $1 and ends_at > $2 and used_at > $3',
          [hashOf(id), clock.now(), after(-IDLE_MILLIS)],
        );
        const session = row ? opened(seal, row.sealed) : null;
        if (!row || session === null) return null;
        if (row.used_at < after(-NOTED_MILLIS))
          await transaction.query('update site.session set used_at = $2 where id_hash = $1', [
            hashOf(id),
            clock.now(),
          ]);
        return { id, session };
      }),
    keep: ({ id, session }) =>
      inScope(async (transaction) => {
        await transaction.query('update site.session set sealed = $2 where id_hash = $1', [
          hashOf(id),
          seal.seal(JSON.stringify(session)),
        ]);
      }),
    end: (id) =>
      inScope(async (transaction) => {
        await transaction.query('delete from site.session where id_hash = $1', [hashOf(id)]);
      }),
    endOfProvider: (providerSession) =>
      inScope(async (transaction) => {
        await transaction.query('delete from site.session where provider_session_hash = $1', [
          hashOf(providerSession),
        ]);
      }),
  };
}

/** Null for what another secret sealed, and for what an earlier version kept otherwise. */
function opened(seal: Seal, sealed: string): Session | null {
  const text = seal.open(sealed);
  const session = text === null ? null : sessionModel.safeParse(JSON.parse(text));
  return session?.success ? session.data : null;
}
