import { countWords } from '../../../domain/figures/numbers';
import type { JobKind, JobLineFragment, JobPageQuery } from '../../operations/__generated__/operations';
import { faultWords } from '../data-quality/fault-words';
import { briefly, isUnderWay, KINDS, momentWords, progressWords, STATES, titleOf } from './job-words';

type Job = NonNullable<JobPageQuery['job']>;

/** How often a page of work under way is shown anew. */
export const REFRESH_SECONDS = 2;

/** A line of a list of long work. */
export const jobLine = (job: JobLineFragment) => ({
  href: `/imports/${job.id}`,
  title: titleOf(job),
  kind: KINDS[job.kind],
  source: job.source,
  state: STATES[job.state],
  askedBy: job.askedBy,
  askedAt: momentWords(job.askedAt),
  says: briefly(job),
});

const FILES_WAIT = 'Files of one system are worked on one after another.';
const BEGINS = 'It begins within moments.';

/** What work waits for. */
const WAITS: Readonly<Record<JobKind, string>> = {
  ...{ IMPORT: FILES_WAIT, DRY_RUN: FILES_WAIT },
  ...{ UNDO: 'What was decided before it is carried out first.', SEARCH: BEGINS, REBUILD: BEGINS },
};

/** The page of one piece of long work. */
export function jobView(job: Job, problem: string | null) {
  const { id, kind, state, outcome, progress, message } = job;
  return {
    problem,
    isUnderWay: isUnderWay(state),
    // What answers a form is no page to load again.
    refreshSeconds: isUnderWay(state) && problem === null ? REFRESH_SECONDS : null,
    address: `/imports/${id}`,
    title: `${titleOf(job)}: ${STATES[state].words.toLowerCase()}`,
    heading: titleOf(job),
    isRehearsal: kind === 'DRY_RUN',
    state: STATES[state],
    facts: factsOf(job),
    progress: progress && { ...progress, says: progressWords(progress, kind) },
    message: message === null ? [] : message.split('\n'),
    isBad: state === 'REFUSED' || state === 'FAILED',
    outcome: outcome && { ...outcomeView(outcome, kind === 'DRY_RUN'), notes: outcome.notes },
    waits: state === 'WAITING' ? WAITS[kind] : null,
    cancelAction: job.canBeCancelled ? `/imports/${id}/cancel` : null,
    loadAction: job.fileKeptUntil === null ? null : `/imports/${id}/load`,
    keptUntil: momentWords(job.fileKeptUntil),
    runHref: job.import === null ? null : `/imports/ledger/${job.import.id}`,
    quarantineHref: quarantineHref(job),
    canBeUndone: job.import?.state === 'LOADED' && kind === 'IMPORT',
  };
}

const quarantineHref = ({ import: run, outcome }: Job): string | null =>
  run === null || outcome === null || outcome.quarantined === 0
    ? null
    : `/data-quality/quarantine?import=${run.id}`;

function factsOf(job: Job) {
  const facts: (readonly [string, string | null])[] = [
    ['What', KINDS[job.kind]],
    ['Source', job.source],
    ['Asked for by', job.askedBy],
    ['Asked for', momentWords(job.askedAt)],
    ['Begun', momentWords(job.startedAt)],
    ['Ended', momentWords(job.endedAt)],
    ['Cancelled by', job.cancelledBy],
    ['Size', job.bytes === null ? null : sizeWords(job.bytes)],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

/** "318 bytes", "12 KB", "104.9 MB", in the units of a thousand. */
function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : [bytes / 1e6, 'MB'];
  return `${size.toLocaleString('en-GB', { maximumFractionDigits: size < 100 ? 1 : 0 })} ${unit}`;
}

function outcomeView(outcome: NonNullable<Job['outcome']>, isRehearsal: boolean) {
  const { read, loaded, updated, copies, leftOut, quarantined } = outcome;
  const rows = [
    {
      name: isRehearsal ? 'Would be loaded' : 'Loaded',
      count: loaded,
      note: updated > 0 ? `${countWords(updated)} of them in place of an older state` : '',
    },
    { name: 'Copies', count: copies, note: 'of records that are held already' },
    {
      name: 'Left out',
      count: leftOut,
      note: outcome.leftOutFor.map(({ name, count }) => `${name}: ${countWords(count)}`).join('; '),
    },
    {
      name: 'Quarantined',
      count: quarantined,
      note: quarantined > 0 ? 'in no figure until somebody corrects them' : '',
    },
  ];
  return {
    read: countWords(read),
    rows: rows.map(({ name, count, note }) => ({
      name,
      count: countWords(count),
      note,
      isNone: count === 0,
    })),
    faults: outcome.faults.map(({ code, count, action, first }) => ({
      ...{ title: faultWords(code).title, code, action, count: countWords(count) },
      places: first.map(({ line, column, value }) =>
        [
          `line ${line}`,
          ...(column === null ? [] : [column]),
          ...(value === null ? [] : [`“${value}”`]),
        ].join(', '),
      ),
    })),
  };
}
