import { setTimeout as delay } from 'node:timers/promises';
import type { Session } from './session';

/** How long the server may take to see that a killed import is gone, before its lock counts as held. */
const LOCK_WAIT_MILLIS = 3_000;
const LOCK_PAUSE_MILLIS = 100;

/** The number of a source's lock, in SQL; `source` is SQL too. */
export const SOURCE_LOCK = (source: string): string =>
  `hashtextextended('intake.import/' || ${source}::text, 0)`;

/** Takes the lock of a source for this session: only its holder changes what the source holds. False where another has it. */
export const takesLock = (session: Session, source: string): Promise<boolean> =>
  takesAdvisoryLock(session, SOURCE_LOCK('$1'), [source]);

/** Takes the lock whose number `sql` gives for this session; waits a moment for one whose holder was killed. */
export async function takesAdvisoryLock(
  session: Session,
  sql: string,
  values: readonly unknown[] = [],
): Promise<boolean> {
  const deadline = Date.now() + LOCK_WAIT_MILLIS;
  for (;;) {
    const [lock] = await session.query<{ taken: boolean }>(
      `select pg_try_advisory_lock(${sql}) as taken`,
      values,
    );
    if (lock?.taken) return true;
    if (Date.now() > deadline) return false;
    await delay(LOCK_PAUSE_MILLIS);
  }
}
