import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import type { BeforeReportCoverageQuery } from '../../../operations/__generated__/operations';

/** Something that the team's list says was recorded, and when. */
export interface RecordedLine {
  readonly name: string;
  readonly of: string;
  readonly days: string;
  /** What this means for figures; empty where they are as any others. */
  readonly note: string;
}

/** What the team's list says was recorded from when to when, by stream and name: of other days figures are "not recorded". */
export const recordedLines = (coverage: NonNullable<BeforeReportCoverageQuery['coverage']>): RecordedLine[] =>
  coverage.map(({ name, stream, stage, from, to, granularity }) => ({
    name: sentence(name.replaceAll('_', ' ')),
    of: stage === null ? streamName(stream) : `${streamName(stream)}, stage ${stage}`,
    days: to === null ? `Since ${dayWords(from)}` : `${dayWords(from)} to ${dayWords(to)}`,
    note: granularity === 'YEAR' ? 'By whole financial years alone' : '',
  }));

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
