import { isEveryDay } from '../../../counting/day-set';
import { ROWS_TO_READ } from '../../../counting/statement';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type Asked, kindsToCount } from './asked-figures';
import { isByAge } from './check-ages';
import { withoutUntoldCalls } from './check-calls';
import { type Checked, questionOf, recordedFrom } from './check-question';
import { countAges } from './count-ages';
import { countDays } from './count-days';
import { countFacts } from './count-facts';
import { countStates } from './count-states';
import { withoutTime } from './question';
import type { Dimension } from './stage-dimensions';
import { stateDays } from './state-days';
import { emptyTally, type Tally, tallied } from './tally';

/** What is to be counted. */
export interface Asking {
  readonly by: readonly Dimension[];
  readonly asked: Asked;
  readonly checked: Checked;
  /** How many rows are read at most; left out, one more than are given out. */
  readonly limit?: number;
}

/** Counts what is needed for the figures that were asked for. */
export async function countAsked(
  transaction: Transaction,
  { by, asked: wanted, checked, limit = ROWS_TO_READ }: Asking,
): Promise<readonly Tally[]> {
  const question = { ...questionOf(by, checked), limit };
  const asked = withoutUntoldCalls(wanted, question);
  const isOfAllTime = isEveryDay(checked.filter.days) && withoutTime(by).length === by.length;
  const isAged = isByAge(question);
  // Started together: the connection sends them at once.
  const [counted, days, states] = await Promise.all([
    isAged
      ? nothingOf(by)
      : countFacts(transaction, question, {
          kinds: kindsToCount(asked, { isOfAllTime }),
          counts: asked.counts,
        }),
    asked.days ? countDays(transaction, question) : new Map(),
    asked.states
      ? (isAged ? countAges : countStates)(
          transaction,
          question,
          stateDays(question, recordedFrom(checked.recording)),
        )
      : [],
  ]);
  return tallied(by, { counted, states, days });
}

/** What happened has no age: without a dimension there is a row all the same. */
const nothingOf = (by: readonly Dimension[]): readonly Tally[] => (by.length === 0 ? [emptyTally({})] : []);
