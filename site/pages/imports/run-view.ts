import { countWords } from '../../../domain/figures/numbers';
import type { ImportRunLineFragment, ImportRunPageQuery } from '../../operations/__generated__/operations';
import { faultWords } from '../data-quality/fault-words';
import { momentWords, RUN_STATES } from './job-words';

type Run = NonNullable<ImportRunPageQuery['importRun']>;
type FaultCodes = NonNullable<ImportRunPageQuery['faultCodes']>;

/** A line of the ledger. */
export const runLine = (run: ImportRunLineFragment) => ({
  href: `/imports/ledger/${run.id}`,
  id: run.id,
  file: run.file ?? '',
  isCorrection: run.kind === 'CORRECTION',
  source: run.source,
  state: RUN_STATES[run.state],
  startedAt: momentWords(run.startedAt),
  counts: [run.read, run.loaded, run.copies, run.leftOut, run.quarantined].map((count) =>
    count === null ? '' : countWords(count),
  ),
});

/** The page of one import of the ledger. */
export function runView(run: Run, codes: FaultCodes) {
  const actionOf = new Map(codes.map(({ code, action }) => [code, action]));
  const names = ['Read', 'Loaded', 'Copies', 'Left out', 'Quarantined', 'Vanished from the file'];
  const counts = [run.read, run.loaded, run.copies, run.leftOut, run.quarantined, run.vanished];
  return {
    ...runLine(run),
    title: `${run.file ?? run.source}: import ${run.id}`,
    heading: run.file ?? run.source,
    facts: [
      { name: 'Import', value: run.id },
      { name: 'Source', value: run.source },
      { name: 'Begun', value: momentWords(run.startedAt) },
      { name: 'Ended', value: momentWords(run.endedAt) },
      { name: 'Refused for', value: run.refusal },
      { name: 'Undone', value: momentWords(run.undoneAt) },
      { name: 'Undone by', value: run.undoneBy },
      ...names.map((name, place) => ({
        name,
        value: counts[place] == null ? null : countWords(counts[place] ?? null),
      })),
    ].filter(({ value }) => value !== null),
    faults: (run.faults ?? []).map(({ name, count }) => ({
      ...{ title: faultWords(name).title, code: name, count: countWords(count) },
      action: actionOf.get(name) ?? '',
    })),
    leftOutFor: (run.leftOutFor ?? []).map(({ name, count }) => ({ name, value: countWords(count) })),
    quarantineHref: (run.quarantined ?? 0) > 0 ? `/data-quality/quarantine?import=${run.id}` : null,
    undoAction: run.state === 'LOADED' ? `/imports/ledger/${run.id}/undo` : null,
    hasVanished: (run.vanished ?? 0) > 0,
  };
}
