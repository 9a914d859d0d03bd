import { judgedWords } from '../../../domain/figures/comparisons';
import type { Valued } from '../figure-words';
import type { Definition } from '../models';
import { shown } from '../outputs';
import type { DividedRow } from './divided';

/** A part of the whole, such as a service. */
export interface ComparedPart extends ReturnType<typeof shown> {
  readonly of: string;
  readonly judged: string | null;
}

interface Whole {
  readonly whole: Valued;
  readonly definition: Definition;
}

/** Parts beside the whole, the largest count or the worst share first; what has no value stands last. */
export function comparedParts(rows: readonly DividedRow[], { whole, definition }: Whole): ComparedPart[] {
  const isBestLast = definition.polarity !== 'HIGHER_IS_BETTER' || definition.unit === 'COUNT';
  const worth = ({ value }: { readonly value: number | null }) =>
    value === null ? Number.POSITIVE_INFINITY : isBestLast ? -value : value;
  return rows
    .flatMap(({ names, figures: [figure] }) =>
      figure === undefined
        ? []
        : [
            {
              of: names.join(', '),
              ...shown(figure, definition),
              judged: judgedOf(figure, { whole, definition }),
            },
          ],
    )
    .sort((one, other) => worth(one) - worth(other) || (one.of < other.of ? -1 : 1));
}

/** A count of a part is less than the whole's, and says nothing about it. */
function judgedOf(figure: Valued, { whole, definition: { unit, polarity } }: Whole): string | null {
  if (unit === 'COUNT') return null;
  const isHigher = (figure.value ?? 0) > (whole.value ?? 0);
  const better = polarity === 'NEITHER' ? null : isHigher === (polarity === 'HIGHER_IS_BETTER');
  return judgedWords({ now: { ...figure, unit }, earlier: { ...whole, unit }, better });
}
