import { countWords } from '../../../domain/figures/numbers';
import type { DrawnFigures } from './drawn-figures';

/**
 * What the newest recorded period says, where lines count different things that make no sum: "September 2021: 66 received,
 * 93 answered".
 */
export function newestWords({
  subject,
  categories,
  series,
  isLastPartial,
}: Pick<DrawnFigures, 'subject' | 'categories' | 'series' | 'isLastPartial'>): string {
  const newest = categories.findLastIndex((_, index) =>
    series.some(({ values }) => (values[index] ?? null) !== null),
  );
  const category = categories[newest];
  if (category === undefined) return `${subject}: nothing recorded`;
  const told = series.flatMap(({ name, values }) => {
    const value = values[newest] ?? null;
    return value === null ? [] : [`${countWords(value)} ${name.toLowerCase()}`];
  });
  const soFar = isLastPartial && newest === categories.length - 1 ? ' so far' : '';
  return `${category.label}${soFar}: ${told.join(', ')}`;
}
