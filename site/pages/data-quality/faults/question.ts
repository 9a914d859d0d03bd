import type { ImportFaultState } from '../../../operations/__generated__/operations';
import { type QualityFilter, readQualityFilter } from '../quality-filter';
import type { QualityNames } from '../quality-names';
import { FAULT_STATE_CHOICES } from './states';

/** What an address narrows the list of faults to. */
export interface FaultQuestion extends QualityFilter<ImportFaultState> {
  readonly where: QualityFilter<ImportFaultState>['where'] & { readonly touchesFigures?: boolean };
}

/** Reads what an address narrows the list of faults to; `touching=figures` leaves those that touch figures as they stand. */
export function readFaultQuestion(
  query: Readonly<Record<string, unknown>>,
  names: QualityNames | null,
): FaultQuestion {
  const { where, parameters, problems } = readQualityFilter(query, { names, states: FAULT_STATE_CHOICES });
  const { touching } = query;
  if (touching === undefined || touching === '') return { where, parameters, problems };
  if (touching !== 'figures')
    return { where, parameters, problems: [...problems, 'Touching: it can be “figures” alone.'] };
  return {
    where: { ...where, touchesFigures: true },
    parameters: { ...parameters, touching },
    problems,
  };
}
