import { randomUUID } from 'node:crypto';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import { recordAudit } from '../../../platform/audit/record';
import type { AuditSigner } from '../../../platform/audit/signer';
import type { Clock } from '../../../platform/config/clock';
import { type DataSource, inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { alreadyRunning, undoUnderWay } from '../load/ledger';
import { openSession, type Session } from '../load/session';
import { takesLock } from '../load/source-lock';
import { LoadRefused } from '../load/types';
import { takenOver } from './taken-over';

/** Who takes a system over, and why. */
export interface TakeOverAsked {
  readonly source: string;
  readonly reason: string;
  /** The keepers of complaints: a system that holds none has nothing to take over. */
  readonly keepers: readonly string[];
  /** As whom the audit log names them. */
  readonly as: { readonly subject: string; readonly role: 'admin' };
  readonly clock: Clock;
  readonly auditSigner: AuditSigner;
}

/** The taking over of one system: from its beginning on nothing of the system is loaded, corrected or undone any more. */
export interface TakeOver {
  /** The day in London on which it began. */
  readonly on: Day;
  /** Of those keepers, who keeps records of the system. */
  readonly keepers: readonly string[];
  /** Rows that are kept back and that nobody has decided on: they are in no figure, and do not come in any more. */
  readonly quarantinedRows: number;
  /** Notes that all of its open complaints go on here. */
  finish(): Promise<void>;
  /** Gives lock and connection back. Always has to follow. */
  end(): Promise<void>;
}

/**
 * Begins to take a system over, or goes on with what broke off: the day and who began it stay. It holds the lock of the
 * source's imports until its end. Throws `LoadRefused`: IMPORT_RUNNING and UNDO_RUNNING while one goes on, DECISIONS_WAIT while
 * what people decided about its rows is not carried out, NOTHING_LOADED where no file of it holds complaints.
 */
export async function openTakeOver(dataSource: DataSource, asked: TakeOverAsked): Promise<TakeOver> {
  const { source, as, clock } = asked;
  const session = await openSession(dataSource);
  try {
    await refuseWhileBusy(session, source);
    await inTransaction(dataSource, as, (transaction) => begin(transaction, asked));
    const begun = await session.inScope((transaction) => readBegun(transaction, asked));
    return {
      ...begun,
      finish: () =>
        session.inScope(async (transaction) => {
          await transaction.query(
            'update intake.system_taken_over set done_at = $2 where source = $1 and done_at is null',
            [source, clock.now()],
          );
        }),
      end: () => session.end(),
    };
  } catch (error) {
    await session.end();
    throw error;
  }
}

async function refuseWhileBusy(session: Session, source: string): Promise<void> {
  const isAlone = await takesLock(session, source);
  const refusal = await session.inScope((transaction) =>
    isAlone ? undoUnderWay(transaction, source) : alreadyRunning(transaction, source),
  );
  if (refusal !== null) throw refusal;
}

async function begin(
  transaction: Transaction,
  { source, reason, as, keepers, clock, auditSigner }: TakeOverAsked,
): Promise<void> {
  if ((await takenOver(transaction, source)) !== null) return;
  const refusal = await notReady(transaction, source, keepers);
  if (refusal !== null) throw refusal;
  const now = clock.now();
  await transaction.query(
    `insert into intake.system_taken_over (source, on_day, taken_over_by, reason, began_at) values ($1, $2, $3, $4, $5)`,
    [source, londonDayOf(now), as.subject, reason, now],
  );
  const identity = { ...as, scopes: [], streams: [], services: [], partner: null };
  await recordAudit(
    { transaction, identity, clock, auditSigner, requestId: `command-${randomUUID()}` },
    { schema: 'intake', action: 'SYSTEM_TAKE_OVER', recordIds: [source] },
  );
}

async function notReady(
  transaction: Transaction,
  source: string,
  keepers: readonly string[],
): Promise<LoadRefused | null> {
  const [known] = await transaction.query<{ isLoaded: boolean; waiting: number }>(
    `select exists (select from intake.held_row where source = $1 and keeper = any ($2)) as "isLoaded",
       (select count(*)::int from intake.amendment where source = $1 and state = 'pending') as waiting`,
    [source, keepers],
  );
  if (!known?.isLoaded)
    return new LoadRefused(
      'NOTHING_LOADED',
      `No complaint of ${source} is loaded. Load its last extract first: what is taken over is what is held of it.`,
    );
  if (known.waiting === 0) return null;
  return new LoadRefused(
    'DECISIONS_WAIT',
    `What people decided about rows of ${source} is not carried out yet (${known.waiting}). The running product does it by itself, or npm run amend; then take it over.`,
  );
}

async function readBegun(
  transaction: Transaction,
  { source, keepers }: Pick<TakeOverAsked, 'source' | 'keepers'>,
): Promise<Pick<TakeOver, 'on' | 'keepers' | 'quarantinedRows'>> {
  const [row] = await transaction.query<Pick<TakeOver, 'on' | 'keepers' | 'quarantinedRows'>>(
    `select on_day::text as "on",
       array(select keeper from unnest($2::text[]) as keeper
         where exists (select from intake.held_row as held where held.source = $1 and held.keeper = keeper)) as keepers,
       (select count(*)::int from intake.quarantined_row where source = $1 and state = 'open') as "quarantinedRows"
     from intake.system_taken_over where source = $1`,
    [source, keepers],
  );
  if (row === undefined) throw new Error('What was begun was not noted.');
  return row;
}
