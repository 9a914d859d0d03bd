import { badInput } from '../../../counting/bad-input';
import { MEASURES, type Measure } from './catalogue/measure-catalogue';
import type { CheckedFilter } from './filter';
import type { Dimension } from './stage-dimensions';

interface ByAge {
  readonly by?: readonly Dimension[];
  readonly filter: Pick<CheckedFilter, 'ageBands'>;
}

/** Whether a question is about how old something is. */
export const isByAge = ({ by = [], filter }: ByAge): boolean =>
  by.includes('AGE_BAND') || filter.ageBands !== undefined;

/** Throws BAD_USER_INPUT where the age is asked of a measure that has none: only what is open has. */
export function refuseAgesOfFlows(measures: readonly Measure[], question: ByAge): void {
  const flow = measures.find((measure) => MEASURES[measure].kind !== 'state');
  if (flow === undefined || !isByAge(question)) return;
  const { figure } = MEASURES[flow];
  throw badInput(
    question.by?.includes('AGE_BAND') ? 'by' : 'where.ageBands',
    `asks how old something open is, and \`${figure}\` has no age: ask for \`open\` and \`overdue\` alone, and for the others by themselves.`,
  );
}
