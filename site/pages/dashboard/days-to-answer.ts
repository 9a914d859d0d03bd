import { countWords, durationWords, shortDurationWords } from '../../../domain/figures/numbers';
import type { Filter } from '../../filters/parts';
import type { DashboardQuery } from '../../operations/__generated__/operations';
import { type DrawnFigures, seriesOf } from '../figures/drawn-figures';
import type { DividedYear } from './divisions';
import { byStreamAndStage, stageRowFilter, stageRowName } from './stage-rows';

type Row = NonNullable<DashboardQuery['daysToAnswer']>['rows'][number];

/** Working days to an answer, by stream and stage: half of the answers, and nine of ten. */
export function daysToAnswer(rows: readonly Row[], { year, filter }: DividedYear): DrawnFigures {
  const answered = rows.filter((row) => row.answered).sort(byStreamAndStage);
  const ofCell = (row: Row): Filter => ({ financialYears: [year], ...stageRowFilter(row) });
  return {
    id: 'days-to-answer',
    kind: 'bars',
    subject: 'Working days to an answer',
    headline: slowest(answered),
    categoryHead: 'Stream and stage',
    title: 'Working days to an answer',
    subtitle: `Within how many working days half and nine of ten answers of ${year} came, by stream and stage`,
    unit: 'WORKING_DAYS',
    isLastPartial: false,
    categories: answered.map((row) => ({ label: stageRowName(row) })),
    series: [
      seriesOf(
        { name: 'Half', measure: 'DAYS_TO_ANSWER_MEDIAN', over: answered, filter },
        (row) => row.daysToAnswerMedian,
        ofCell,
      ),
      seriesOf(
        { name: 'Nine of ten', measure: 'DAYS_TO_ANSWER_P90', over: answered, filter },
        (row) => row.daysToAnswerP90,
        ofCell,
      ),
    ],
  };
}

/** Which stage takes longest, in a sentence. */
function slowest(rows: readonly Row[]): string {
  const [row] = [...rows].sort(
    (one, other) => (other.daysToAnswerMedian ?? 0) - (one.daysToAnswerMedian ?? 0),
  );
  if (!row || row.daysToAnswerMedian === null) return 'Working days to an answer: nothing recorded';
  const ninth =
    row.daysToAnswerP90 === null ? '' : `, nine of ten within ${shortDurationWords(row.daysToAnswerP90)}`;
  return `${stageRowName(row)} takes longest: half of its ${countWords(row.answered)} answers came within ${durationWords(row.daysToAnswerMedian)}${ninth}`;
}
