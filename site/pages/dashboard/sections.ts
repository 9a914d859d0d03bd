import type { PagePeriod } from '../../filters/period';
import type { Part } from '../ask-part';
import type { DrawnFigures } from '../figures/drawn-figures';
import { trendTime } from '../figures/trend-time';
import type { Reach } from '../reach';
import type { DrawnParts } from './ask-parts';
import { daysToAnswer } from './days-to-answer';
import { byChannel, byTheme, outcomesByService, stageTwoByService } from './divisions';
import { openNow } from './open-now';
import { callsByQuarter, ombudsmenByQuarter } from './others';
import {
  backlogByAge,
  inTimeByQuarter,
  receivedAndAnswered,
  receivedByQuarter,
  wentOnByQuarter,
} from './trends';

/** A group of figures of the dashboard, or that it could not be had. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly isMissing: boolean;
  readonly drawn: readonly DrawnFigures[];
}

/** Sections that say nothing to whoever sees ombudsmen's cases alone. */
const OF_STAGES: ReadonlySet<string> = new Set(['demand', 'performance', 'backlog', 'outcomes']);

/** The sections of the dashboard in their order. One that is not for this role is left out. */
export function sectionsOf(
  parts: DrawnParts,
  period: PagePeriod,
  { asAt, hasStages }: Pick<Reach, 'asAt' | 'hasStages'>,
): Section[] {
  const time = trendTime(period, asAt);
  const divided = {
    year: period.year,
    yearBefore: period.yearBefore,
    quarters: period.quartersSoFar,
    filter: time.filter,
  };
  return [
    section('demand', 'Demand', parts.figures, (answer) => [
      receivedByQuarter(answer.receivedByQuarter?.rows ?? [], time),
      receivedAndAnswered(answer.byMonth?.rows ?? [], time),
      byTheme(answer.byTheme?.rows ?? [], divided),
      byChannel(answer.byChannel?.rows ?? [], divided),
    ]),
    section('performance', 'Performance', parts.figures, (answer) => [
      inTimeByQuarter(answer.inTimeByQuarter?.rows ?? [], time),
      daysToAnswer(answer.daysToAnswer?.rows ?? [], divided),
    ]),
    section('backlog', 'What is open', parts.backlog, (answer) => [
      backlogByAge(answer.byMonth?.rows ?? [], time),
      ...(parts.figures.answer === null
        ? []
        : [
            openNow(parts.figures.answer.backlog?.rows ?? [], { endsOn: period.endsOn, filter: time.filter }),
          ]),
    ]),
    section('outcomes', 'Outcomes', parts.figures, (answer) => [
      outcomesByService(answer.outcomesByService?.rows ?? [], divided),
      wentOnByQuarter(answer.wentOnByQuarter?.rows ?? [], time),
      stageTwoByService(
        answer.stageTwoByService?.rows ?? [],
        answer.stageTwoByServiceBefore?.rows ?? [],
        divided,
      ),
    ]),
    section('ombudsmen', 'Ombudsmen', parts.ombudsmen, (answer) => [
      ombudsmenByQuarter(answer.byQuarter?.rows ?? [], time),
    ]),
    section('calls', 'Telephone calls', parts.calls, (answer) => [
      callsByQuarter(answer.calls?.rows ?? [], time),
    ]),
  ].flatMap((each) => (each !== null && (hasStages || !OF_STAGES.has(each.id)) ? [each] : []));
}

function section<Answer>(
  id: string,
  title: string,
  part: Part<Answer>,
  draw: (answer: Answer) => DrawnFigures[],
): Section | null {
  if (part.answer !== null) return { id, title, isMissing: false, drawn: draw(part.answer) };
  return 'isForbidden' in part && part.isForbidden ? null : { id, title, isMissing: true, drawn: [] };
}
