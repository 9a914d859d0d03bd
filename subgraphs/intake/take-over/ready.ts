import { type Day, toDay } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import type { Transaction } from '../../../platform/transaction/transaction';
import { alreadyRunning, undoUnderWay } from '../load/ledger';
import type { Session } from '../load/session';
import { takesLock } from '../load/source-lock';
import { LoadRefused } from '../load/types';
import { takenOver } from './taken-over';

/** A system that somebody would take over, and on which day. */
interface Asked {
  readonly source: string;
  readonly keepers: readonly string[];
  readonly on: Day | undefined;
  readonly today: Day;
}

/** An import or an undoing of the system that goes on; null where this session has its lock from now on. */
export async function whileBusy(session: Session, source: string): Promise<LoadRefused | null> {
  const isAlone = await takesLock(session, source);
  return session.inScope((transaction) =>
    isAlone ? undoUnderWay(transaction, source) : alreadyRunning(transaction, source),
  );
}

/** All that is in the way of taking a system over. Of one that was begun, that is another day alone. */
export async function notReady(transaction: Transaction, asked: Asked): Promise<readonly LoadRefused[]> {
  const { source, keepers, on, today } = asked;
  const begun = await takenOver(transaction, source);
  if (begun !== null) return on === undefined || on === begun.on_day ? [] : [dayStands(source, begun.on_day)];
  const [known] = await transaction.query<{ isLoaded: boolean; waiting: number; newest: string | null }>(
    `select exists (select from intake.held_row where source = $1 and keeper = any ($2)) as "isLoaded",
       (select count(*)::int from intake.amendment where source = $1 and state = 'pending') as waiting,
       (select max(last_day)::text from intake.import_run
        where source = $1 and state = 'loaded' and first_day is not null) as newest`,
    [source, keepers],
  );
  const newest = known?.newest == null ? null : toDay(known.newest);
  return [
    ...(known?.isLoaded ? [] : [nothingLoaded(source)]),
    ...(known && known.waiting > 0 ? [decisionsWait(source, known.waiting)] : []),
    ...(on === undefined ? [] : dayUnusable({ source, on, today, newest })),
  ];
}

const nothingLoaded = (source: string): LoadRefused =>
  new LoadRefused(
    'NOTHING_LOADED',
    `No complaint of ${source} is loaded. Load its last extract first: what is taken over is what is held of it.`,
  );

const decisionsWait = (source: string, waiting: number): LoadRefused =>
  new LoadRefused(
    'DECISIONS_WAIT',
    `What people decided about rows of ${source} is not carried out yet (${waiting}). The running product does it by itself, or npm run amend; then take it over.`,
  );

const dayStands = (source: string, day: string): LoadRefused =>
  new LoadRefused(
    'DAY_UNUSABLE',
    `${source} was taken over on ${dayWords(day)}, and that day stands. Leave --on out, or give that day.`,
  );

/** Every day from that one on counts as recorded here: none does that has not come, or of which the system still told. */
function dayUnusable({
  source,
  on,
  today,
  newest,
}: Pick<Asked, 'source' | 'today'> & { readonly on: Day; readonly newest: Day | null }): LoadRefused[] {
  const refused = (message: string) => [new LoadRefused('DAY_UNUSABLE', message)];
  if (on > today)
    return refused(`${dayWords(on)} has not come yet. Give a day up to today, or leave --on out.`);
  if (newest === null || on >= newest) return [];
  return refused(
    `${source} tells of days up to ${dayWords(newest)}: until then its complaints were not worked on here. Give that day or a later one.`,
  );
}
