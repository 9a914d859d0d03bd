import type { Run } from './document';

/** Words as they are printed: on paper nobody follows a link, so that its address stands behind it. */
export const printedRuns = (runs: readonly Run[]): Run[] =>
  runs.flatMap((run, place) => {
    const { link, ...words } = run;
    // Words in several looks are one link, whose address is said once.
    if (link === undefined || link === run.text || link === runs[place + 1]?.link) return [words];
    return [words, { text: ` (${link})` }];
  });

/** The same without looks. */
export const printedText = (runs: readonly Run[]): string =>
  printedRuns(runs)
    .map(({ text }) => text)
    .join('');
