import type { FigurePartsFragment } from '../operations/__generated__/operations';

/** Mail leaves the house and is kept elsewhere: of numbers below this it tells none but 0. */
const LEAST_TOLD = 5;

/** What stands below figures of which some are not told. */
export const SMALL_NUMBERS_NOTE =
  'Numbers from 1 to 4, and figures that would tell them, are not told by mail. The page has them.';

type Valued = Pick<FigurePartsFragment, 'value' | 'numerator' | 'denominator' | 'suppressed'>;
type Unit = FigurePartsFragment['definition']['unit'];

/**
 * Figures as mail may tell them, with those that they are compared with. What is overdue is a part of what is open: where the two are
 * nearly the same, the part would tell what is left.
 */
export function protectSmall(figures: readonly FigurePartsFragment[]): FigurePartsFragment[] {
  const open = figures.find(({ measure }) => measure === 'OPEN');
  return figures.map((figure) => {
    const { unit } = figure.definition;
    const whole = figure.measure === 'OVERDUE' ? open : undefined;
    return {
      ...protectedValue(figure, unit, whole),
      comparisons: figure.comparisons.map((compared) => {
        const wholeThen = whole?.comparisons.find((each) => each.with === compared.with);
        const told = protectedValue(compared, unit, wholeThen);
        return told.suppressed ? { ...told, better: null } : told;
      }),
    };
  });
}

function protectedValue<Of extends Valued>(of: Of, unit: Unit, whole: Valued | undefined): Of {
  const left = whole === undefined ? null : difference(whole.value, of.value);
  if (!isSmallIn(of, unit) && !isSmall(left)) return of;
  return { ...of, value: null, numerator: null, denominator: null, suppressed: true };
}

function isSmallIn({ value, numerator, denominator }: Valued, unit: Unit): boolean {
  if (unit === 'COUNT') return isSmall(value);
  if (isSmall(denominator)) return true;
  return unit === 'RATE' && (isSmall(numerator) || isSmall(difference(denominator, numerator)));
}

const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < LEAST_TOLD;

const difference = (whole: number | null, part: number | null): number | null =>
  whole === null || part === null ? null : whole - part;
