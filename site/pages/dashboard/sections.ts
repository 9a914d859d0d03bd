import type { PagePeriod } from '../../filters/period';
import type { Part } from '../ask-part';
import type { DrawnFigures } from '../figures/drawn-figures';
import { type FigureKind, narrowedTo, notNarrowedWords } from '../figures/narrowed';
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
  /** By what of the page's filter it is not narrowed, and why; null where it is by all. */
  readonly note: string | null;
  readonly drawn: readonly DrawnFigures[];
}

/** Sections that say nothing to whoever sees ombudsmen's cases alone. */
const OF_STAGES: ReadonlySet<string> = new Set(['demand', 'performance', 'backlog', 'outcomes']);

/** The sections of the dashboard in their order. One that is not for this role is left out. */
export function sectionsOf(
  parts: DrawnParts,
  period: PagePeriod,
  { hasStages }: Pick<Reach, 'hasStages'>,
): Section[] {
  const { figures, backlog, ombudsmen, calls } = parts;
  const of = (kind: FigureKind) => timeFor(kind, period);
  return [
    section({ id: 'demand', title: 'Demand', ...of('stages') }, figures, (answer, { time, divided }) => [
      receivedByQuarter(answer.receivedByQuarter?.rows ?? [], time),
      receivedAndAnswered(answer.byMonth?.rows ?? [], time),
      byTheme(answer.byTheme?.rows ?? [], divided),
      byChannel(answer.byChannel?.rows ?? [], divided),
    ]),
    section(
      { id: 'performance', title: 'Performance', ...of('stages') },
      figures,
      (answer, { time, divided }) => [
        inTimeByQuarter(answer.inTimeByQuarter?.rows ?? [], time),
        daysToAnswer(answer.daysToAnswer?.rows ?? [], divided),
      ],
    ),
    section(
      { id: 'backlog', title: 'What is open', ...of('open') },
      backlog,
      (answer, { time: { filter } }) => [
        backlogByAge(answer.byMonth?.rows ?? [], { filter }),
        ...(figures.answer === null
          ? []
          : [openNow(figures.answer.backlog?.rows ?? [], { endsOn: period.endsOn, filter })]),
      ],
    ),
    section({ id: 'outcomes', title: 'Outcomes', ...of('stages') }, figures, (answer, { time, divided }) => [
      outcomesByService(answer.outcomesByService?.rows ?? [], divided),
      wentOnByQuarter(answer.wentOnByQuarter?.rows ?? [], time),
      stageTwoByService(
        answer.stageTwoByService?.rows ?? [],
        answer.stageTwoByServiceBefore?.rows ?? [],
        divided,
      ),
    ]),
    section({ id: 'ombudsmen', title: 'Ombudsmen', ...of('cases') }, ombudsmen, (answer, { time }) => [
      ombudsmenByQuarter(answer.byQuarter?.rows ?? [], time),
    ]),
    section({ id: 'calls', title: 'Telephone calls', ...of('calls') }, calls, (answer, { time }) => [
      callsByQuarter(answer.calls?.rows ?? [], time),
    ]),
  ].flatMap((each) => (each !== null && (hasStages || !OF_STAGES.has(each.id)) ? [each] : []));
}

/** What the figures of a section are drawn over, and narrowed to. */
function timeFor(kind: FigureKind, period: PagePeriod) {
  const all = trendTime(period);
  const time = { ...all, filter: narrowedTo(kind, all.filter) };
  const { year, yearBefore, quartersSoFar: quarters } = period;
  return {
    time,
    divided: { year, yearBefore, quarters, filter: time.filter },
    note: notNarrowedWords(kind, period.filter),
  };
}
type Over = Pick<ReturnType<typeof timeFor>, 'time' | 'divided'>;

function section<Answer>(
  { id, title, note, ...over }: Over & Pick<Section, 'id' | 'title' | 'note'>,
  part: Part<Answer>,
  draw: (answer: Answer, over: Over) => DrawnFigures[],
): Section | null {
  const named = { id, title, note };
  if (part.answer !== null) return { ...named, isMissing: false, drawn: draw(part.answer, over) };
  return 'isForbidden' in part && part.isForbidden ? null : { ...named, isMissing: true, drawn: [] };
}
