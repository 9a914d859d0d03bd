import { figureWords } from '../../../../domain/figures/figures';
import { shareWords } from '../../../../domain/figures/numbers';
import { type PageOf, pageOf, readPage } from '../../../../platform/server/paging';
import type { Context } from '../../context';
import { MEASURES } from '../../figures/catalogue/measure-catalogue';
import type { CellState } from '../content';
import type { Compared } from './causes';
import { type Difference, differencesSince } from './differences';
import { type FrozenVersion, readFrozen } from './read-frozen';
import { reportedCells } from './reported-cells';

/** A figure as it was reported, or as it is. */
export interface ReportedValue {
  readonly state: CellState;
  readonly text: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A difference with the report that it is of. */
export interface ReportedDifference extends Difference {
  readonly frozen: FrozenVersion;
}

/** A page of differences, with what was compared. */
export interface ReportedDifferences extends PageOf<ReportedDifference> {
  readonly frozen: FrozenVersion;
  readonly totalCount: number;
  /** How many figures were compared. */
  readonly compared: number;
}

/**
 * What a frozen report says and what it would say now, where that differs. Null where no such version was frozen. Throws
 * BAD_USER_INPUT for a page that cannot be read.
 */
export async function reportedDifferences(
  context: Context,
  {
    report,
    version = null,
    cells = null,
    ...paging
  }: {
    readonly report: string;
    readonly version?: number | null | undefined;
    readonly cells?: readonly string[] | null | undefined;
    readonly first?: number | null | undefined;
    readonly after?: string | null | undefined;
  },
): Promise<ReportedDifferences | null> {
  const question = ['reportedDifferences', report, version, cells];
  const page = readPage(paging, { question, key: [1] });
  const frozen = await readFrozen(context.transaction, { report, version });
  if (frozen === null) return null;
  const found = await differencesSince(context, { ...frozen, cells });
  const after = Number(page.after?.[0] ?? -1);
  const placed = found.map((difference, place) => ({ difference, place }));
  const rest = placed.filter(({ place }) => place > after);
  return {
    frozen,
    totalCount: found.length,
    compared: reportedCells(frozen.content).length,
    ...pageOf(page, rest, {
      keyOf: ({ place }) => [place],
      nodeOf: ({ difference }) => ({ ...difference, frozen }),
    }),
  };
}

/** A figure as the report says it. */
export function valueReported({ asked: { cell } }: Pick<Compared, 'asked'>): ReportedValue {
  const { state, text, value, numerator, denominator } = cell;
  return { state, text, value, numerator, denominator };
}

/** The same figure as it is now. */
export function valueOfNow({ asked: { measure }, now }: Pick<Compared, 'asked' | 'now'>): ReportedValue {
  const nothing = { value: null, numerator: null, denominator: null };
  if (measure === null || now === null) return { state: 'NOT_RECORDED', text: 'not recorded', ...nothing };
  if (now.suppressed) return { state: 'SUPPRESSED', text: 'too few to show', ...nothing };
  const { value, numerator, denominator } = now;
  const text = figureWords({ unit: MEASURES[measure].unit, value, numerator, denominator });
  return {
    state: 'TOLD',
    text: value === null ? 'none' : `${text}${partsOf(now)}`,
    value,
    numerator,
    denominator,
  };
}

/** A share is never told without its counts, nor days without of how many answers. */
function partsOf({ numerator, denominator }: Pick<ReportedValue, 'numerator' | 'denominator'>): string {
  if (denominator === null) return '';
  return numerator === null ? ` (of ${denominator})` : ` (${shareWords({ numerator, denominator })})`;
}
