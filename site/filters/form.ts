import { type Choices, type Filter, type FilterPart, PART_NAMES, QUARTERS, STAGES, STREAMS } from './parts';
import { wordsOf } from './tags';

/** One part of the form: what can be chosen, and what is. */
export interface FormPart {
  readonly part: FilterPart;
  readonly name: string;
  readonly items: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
}

/** The form by which a page is narrowed. `years` are those that the records have. */
export function filterForm(filter: Filter, choices: Choices, years: readonly string[]): FormPart[] {
  const chosenYears = filter.financialYears ?? [];
  return [
    partOf(filter, 'financialYears', [...new Set([...years, ...chosenYears])].sort()),
    partOf(filter, 'quarters', QUARTERS),
    partOf(filter, 'streams', STREAMS),
    partOf(filter, 'stages', STAGES),
    partOf(filter, 'directorates', choices.directorates ?? []),
    partOf(filter, 'services', choices.services ?? []),
    partOf(filter, 'themes', choices.themes ?? []),
    partOf(filter, 'channels', choices.channels ?? []),
  ].filter(({ items }) => items.length > 0);
}

function partOf(filter: Filter, part: FilterPart, offered: readonly (string | number)[]): FormPart {
  const chosen: readonly (string | number)[] = [filter[part] ?? []].flat();
  return {
    part,
    name: PART_NAMES[part],
    // What is chosen stays chosen when the form is sent, whether it is among what is offered or not.
    items: [...new Set([...offered, ...chosen])].map((value) => ({
      value: String(value),
      text: wordsOf(part, value),
      isChosen: chosen.includes(value),
    })),
  };
}
