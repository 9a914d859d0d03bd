import { randomUUID } from 'node:crypto';
import { type Day, londonDayOf, toDay } from '../../../domain/calendar/day';
import { recordAudit } from '../../../platform/audit/record';
import type { AuditSigner } from '../../../platform/audit/signer';
import type { Clock } from '../../../platform/config/clock';
import { type DataSource, inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { openSession } from '../load/session';
import { type HeldOfSystem, heldOfSystem, type KeepersAsked } from './keepers';
import { notReady, whileBusy } from './ready';
import { takenOver } from './taken-over';

/** Who takes a system over, and why. */
export interface TakeOverAsked {
  readonly source: string;
  readonly reason: string;
  /** The day since when its complaints are worked on here; left out, today. */
  readonly on?: Day;
  /** The keepers of complaints: a system that holds none has nothing to take over. */
  readonly keepers: readonly string[];
  /** As whom the audit log names them. */
  readonly as: { readonly subject: string; readonly role: 'admin' };
  readonly clock: Clock;
  readonly auditSigner: AuditSigner;
}

/** The taking over of one system: from its beginning on nothing of the system is loaded, corrected or undone any more. */
export interface TakeOver extends HeldOfSystem {
  /** The day in London on which it began. */
  readonly on: Day;
  /** Notes that all of its open complaints go on here. */
  finish(): Promise<void>;
  /** Gives lock and connection back. Always has to follow. */
  end(): Promise<void>;
}

/**
 * Begins to take a system over, or goes on with what broke off: the day and who began it stay. It holds the lock of the
 * source's imports until its end. Throws `LoadRefused`: IMPORT_RUNNING and UNDO_RUNNING while one goes on, DECISIONS_WAIT while
 * what people decided about its rows is not carried out, NOTHING_LOADED where no file of it holds complaints, DAY_UNUSABLE for a day
 * that cannot be meant.
 */
export async function openTakeOver(dataSource: DataSource, asked: TakeOverAsked): Promise<TakeOver> {
  const { source, as, clock } = asked;
  const session = await openSession(dataSource);
  try {
    const busy = await whileBusy(session, source);
    if (busy !== null) throw busy;
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

async function begin(
  transaction: Transaction,
  { source, reason, as, keepers, clock, auditSigner, on: asked }: TakeOverAsked,
): Promise<void> {
  const now = clock.now();
  const today = londonDayOf(now);
  const [refusal] = await notReady(transaction, { source, keepers, on: asked, today });
  if (refusal !== undefined) throw refusal;
  if ((await takenOver(transaction, source)) !== null) return;
  await transaction.query(
    `insert into intake.system_taken_over (source, on_day, taken_over_by, reason, began_at) values ($1, $2, $3, $4, $5)`,
    [source, asked ?? today, as.subject, reason, now],
  );
  const identity = { ...as, scopes: [], streams: [], services: [], partner: null };
  await recordAudit(
    { transaction, identity, clock, auditSigner, requestId: `command-${randomUUID()}` },
    { schema: 'intake', action: 'SYSTEM_TAKE_OVER', recordIds: [source] },
  );
}

async function readBegun(
  transaction: Transaction,
  asked: KeepersAsked,
): Promise<HeldOfSystem & Pick<TakeOver, 'on'>> {
  const begun = await takenOver(transaction, asked.source);
  if (begun === null) throw new Error('What was begun was not noted.');
  return { on: toDay(begun.on_day), ...(await heldOfSystem(transaction, asked)) };
}
