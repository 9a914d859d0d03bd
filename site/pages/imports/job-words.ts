import { londonMomentOf } from '../../../domain/calendar/day';
import { shortDayWords } from '../../../domain/figures/days';
import { countedWords, countWords } from '../../../domain/figures/numbers';
import type {
  ImportState,
  JobKind,
  JobLineFragment,
  JobState,
} from '../../operations/__generated__/operations';

/** What each kind of long work is called. */
export const KINDS: Readonly<Record<JobKind, string>> = {
  IMPORT: 'Load',
  DRY_RUN: 'Rehearsal',
  UNDO: 'Undo',
  SEARCH: 'Search for likely duplicates',
  REBUILD: 'Building the figures anew',
};

/** How long work stands, and how that is shown. */
export const STATES: Readonly<Record<JobState, { readonly words: string; readonly colour: string }>> = {
  WAITING: { words: 'Waiting', colour: 'grey' },
  WORKING: { words: 'Under way', colour: 'blue' },
  CANCELLING: { words: 'Being cancelled', colour: 'yellow' },
  DONE: { words: 'Done', colour: 'green' },
  REFUSED: { words: 'Refused', colour: 'red' },
  FAILED: { words: 'Broke off', colour: 'red' },
  CANCELLED: { words: 'Cancelled', colour: 'grey' },
};

/** How an import of the ledger stands. */
export const RUN_STATES: Readonly<Record<ImportState, { readonly words: string; readonly colour: string }>> =
  {
    RUNNING: { words: 'Under way', colour: 'blue' },
    LOADED: { words: 'In effect', colour: 'green' },
    REFUSED: { words: 'Refused', colour: 'red' },
    FAILED: { words: 'Broke off', colour: 'red' },
    INTERRUPTED: { words: 'Broke off', colour: 'red' },
    UNDOING: { words: 'Being undone', colour: 'yellow' },
    UNDONE: { words: 'Undone', colour: 'grey' },
  };

/** A moment as a clock in London showed it: "29 Nov 2026, 14:03". */
export function momentWords(at: string | null): string | null {
  if (at === null) return null;
  const moment = londonMomentOf(new Date(at));
  return moment === null ? at : `${shortDayWords(moment.day)}, ${moment.time.slice(0, 5)}`;
}

export const isUnderWay = (state: JobState): boolean =>
  state === 'WAITING' || state === 'WORKING' || state === 'CANCELLING';

/** What the work is about: its file, or what kind of work it is. */
export const titleOf = ({ file, kind }: Pick<JobLineFragment, 'file' | 'kind'>): string =>
  file ?? KINDS[kind];

/** What became of it, or how far it is, in one short sentence. */
export function briefly({ state, kind, outcome, progress, message }: JobLineFragment): string {
  if (progress !== null) return progressWords(progress, kind);
  if (outcome !== null) {
    const [loaded, quarantined] = [countWords(outcome.loaded), outcome.quarantined];
    const would = kind === 'DRY_RUN' ? 'would load' : 'loaded';
    return `${would} ${loaded} of ${countedWords({ count: outcome.read, one: 'row', many: 'rows' })}${quarantined > 0 ? `, ${countWords(quarantined)} quarantined` : ''}`;
  }
  if (state === 'WAITING') return 'its turn has not come';
  return message === null ? '' : shortened(message.split('\n')[0] ?? '');
}

const MOST_CHARACTERS = 90;

/** The beginning of a long sentence; the page of the work has all of it. */
function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return `${text.slice(0, text.lastIndexOf(' ', MOST_CHARACTERS))} …`;
}

/** How far it is: "read 12,000 rows so far", "recorded 5,000 of 12,000". */
export function progressWords(
  { step, done, of }: NonNullable<JobLineFragment['progress']>,
  kind: JobKind,
): string {
  if (kind === 'SEARCH') return searchWords(done, of);
  if (kind === 'REBUILD')
    return `applied ${countWords(done)} of ${countedWords({ count: of ?? done, one: 'event', many: 'events' })}`;
  if (kind === 'UNDO') return undoneWords(done, of);
  if (step === 'READING') return `read ${countedWords({ count: done, one: 'row', many: 'rows' })} so far`;
  const verb = kind === 'DRY_RUN' ? 'checked' : 'recorded';
  return of === null
    ? `${verb} ${countWords(done)} so far`
    : `${verb} ${countWords(done)} of ${countWords(of)}`;
}

const undoneWords = (done: number, of: number | null): string =>
  of === null
    ? 'looking up what the import brought'
    : `put back as they were: ${countWords(done)} of ${countedWords({ count: of, one: 'record', many: 'records' })}`;

const searchWords = (done: number, of: number | null): string => {
  const records = countedWords({ count: done, one: 'record', many: 'records' });
  return of === null ? `looked at ${records} so far` : `comparing ${records} with all that is held`;
};

/** What a page tells the one who asked, once it has ended: "May.csv: loaded 318 of 320 rows, 2 quarantined". */
export function noteOf(job: JobLineFragment): string {
  const undoing = job.state === 'DONE' ? `${titleOf(job)}, undone` : `Undoing ${titleOf(job)}`;
  const what = job.kind === 'UNDO' ? undoing : titleOf(job);
  const words = job.state === 'DONE' ? briefly(job) : STATES[job.state].words.toLowerCase();
  return words === '' ? what : `${what}: ${words}`;
}
