import { type Day, londonDayOf, toDay } from '../../../domain/calendar/day';
import type { DataSource } from '../../../platform/transaction/transaction';
import { openSession } from '../load/session';
import type { LoadRefused } from '../load/types';
import { type HeldOfSystem, heldOfSystem } from './keepers';
import type { TakeOverAsked } from './open-take-over';
import { notReady, whileBusy } from './ready';
import { takenOver } from './taken-over';

/** What taking a system over would find, of which nothing was done. */
export interface TakeOverRehearsed extends HeldOfSystem {
  /** All that is in the way now, each with what to do about it. */
  readonly inTheWay: readonly LoadRefused[];
  /** The day that it would have. */
  readonly on: Day;
  /** Whether it was begun already. */
  readonly isBegun: boolean;
}

/** Tells what would be in the way of taking a system over, and who keeps records of it. Writes nothing, and gives the lock back. */
export async function rehearseTakeOver(
  dataSource: DataSource,
  { source, keepers, on, clock }: Pick<TakeOverAsked, 'source' | 'keepers' | 'on' | 'clock'>,
): Promise<TakeOverRehearsed> {
  const session = await openSession(dataSource);
  try {
    const busy = await whileBusy(session, source);
    const today = londonDayOf(clock.now());
    return await session.inScope(async (transaction) => {
      const begun = await takenOver(transaction, source);
      const refused = await notReady(transaction, { source, keepers, on, today });
      return {
        inTheWay: [...(busy === null ? [] : [busy]), ...refused],
        on: begun === null ? (on ?? today) : toDay(begun.on_day),
        isBegun: begun !== null,
        ...(await heldOfSystem(transaction, { source, keepers })),
      };
    });
  } finally {
    await session.end();
  }
}
