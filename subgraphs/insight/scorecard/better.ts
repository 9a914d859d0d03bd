import { MEASURES, type Measure } from '../figures/catalogue/measure-catalogue';

/** Whether a value is better than another by the measure's polarity; null where neither is, or one is not known. */
export function isBetter(
  measure: Measure,
  value: number | null | undefined,
  other: number | null,
): boolean | null {
  const { polarity } = MEASURES[measure];
  if (polarity === 'NEITHER' || value === null || value === undefined || other === null || value === other)
    return null;
  return polarity === 'HIGHER_IS_BETTER' ? value > other : value < other;
}
