import { type Element, element, render } from '../../charts/markup';
import type { Rule } from './rule-words';

/** How many working days a month has, about: for a picture, and nothing else. */
const DAYS_OF_MONTH = 21;
const WIDTH = 600;
const HEIGHT = 18;

/** The days of a rule on one line that begins with the receipt. */
interface Line {
  readonly acknowledged: number;
  readonly answered: number;
  readonly longest: number;
}

function lineOf(rule: Rule): Line {
  const acknowledged = rule.acknowledgeWithinWorkingDays ?? 0;
  const within = rule.answerWithinWorkingDays ?? (rule.answerWithinMonths ?? 0) * DAYS_OF_MONTH;
  const answered = within + (rule.answerCountedFrom === 'ACKNOWLEDGED' ? acknowledged : 0);
  return { acknowledged, answered, longest: answered + (rule.extendByWorkingDays ?? 0) };
}

/** The longest that any of these rules allows, in working days. */
export const longestOf = (rules: readonly Rule[]): number =>
  Math.max(1, ...rules.map((rule) => lineOf(rule).longest));

/** A rule's limits to scale, where `longest` days fill the line. The words beside it say them: the picture is hidden from those who hear it. */
export function drawToScale(rule: Rule, longest: number): string {
  const { acknowledged, answered, longest: last } = lineOf(rule);
  const x = (days: number) => (days / longest) * WIDTH;
  const bar = (kind: string, from: number, to: number): Element[] =>
    to <= from
      ? []
      : [
          element('rect', {
            class: `limit limit--${kind}`,
            x: x(from),
            y: 0,
            width: x(to) - x(from),
            height: HEIGHT,
          }),
        ];
  return render(
    element(
      'svg',
      {
        class: 'limits',
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        preserveAspectRatio: 'none',
        'aria-hidden': 'true',
      },
      [
        ...bar('acknowledge', 0, acknowledged),
        ...bar('answer', acknowledged, answered),
        ...bar('longer', answered, last),
      ],
    ),
  );
}
