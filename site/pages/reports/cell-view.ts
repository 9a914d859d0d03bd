import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import type { ReportCellShownFragment } from '../../operations/__generated__/operations';
import { DIRECTION_WORDS, RAG_WORDS } from './words';

type Question = NonNullable<ReportCellShownFragment['question']>;

/** A cell of a report's table as its page shows it. */
export function cellView({
  id,
  state,
  text,
  value,
  rag,
  direction,
  missing,
  question,
}: ReportCellShownFragment) {
  return {
    ...{ id, state, text, value, missing },
    measure: question?.measure ?? null,
    href: question !== null && state === 'TOLD' ? listHref(question) : null,
    rag: rag && { word: RAG_WORDS[rag], tone: rag.toLowerCase() },
    // Words that a cell holds may tell the direction already.
    direction: direction !== null && text === '' ? DIRECTION_WORDS[direction] : null,
  };
}

/** The list of what a cell counted, as at the day on which it was counted. */
function listHref({ measure, asAt, ...question }: Question): string {
  const filter: Filter = { ...filterOf(question), asAt };
  return addressOf('/complaints', filter, { measure });
}

/** A part that does not narrow is left out of the address. */
function filterOf(question: Omit<Question, 'measure' | 'asAt'>): Filter {
  return {
    ...(question.streams && { streams: [...question.streams] }),
    ...(question.stages && { stages: [...question.stages] }),
    ...(question.financialYears && { financialYears: [...question.financialYears] }),
    ...(question.quarters && { quarters: [...question.quarters] }),
    ...(question.from && { from: question.from }),
    ...(question.to && { to: question.to }),
    ...(question.services && { services: [...question.services] }),
    ...(question.directorates && { directorates: [...question.directorates] }),
    ...(question.themes && { themes: [...question.themes] }),
    ...(question.channels && { channels: [...question.channels] }),
    ...(question.outcomes && { outcomes: [...question.outcomes] }),
    ...(question.routes && { routes: [...question.routes] }),
  };
}
