import { dayWords } from '../../../domain/figures/days';
import { codeWords } from '../code-words';
import { meaningLines } from '../definition-words';
import type { Where } from '../inputs';
import { linkLine } from '../outputs';
import { partialLine } from '../reach-words';
import type { DividedRow } from './divided';
import type { DividedTold } from './divided-output';

interface Asked {
  readonly by: readonly string[];
  readonly where: Where;
  readonly rows: readonly Pick<DividedRow, 'names'>[];
}

/** Divided figures in sentences: a line for each row of which something was counted. */
export function dividedText(told: DividedTold, { by, where, rows: named }: Asked): string {
  const { of, asAt, partial, sources, rows, totalRows, definitions, link } = told;
  const titles = new Map(definitions.map(({ measure, title }) => [measure, title]));
  const lines = rows.flatMap(({ figures }, place) => {
    if (!figures.some(hasSomething)) return [];
    const said = figures.map(({ measure, words }) => `${titles.get(measure) ?? measure} ${words}`);
    return [`${named[place]?.names.join(', ') ?? ''}: ${said.join('; ')}.`];
  });
  const nothing = rows.length - lines.length;
  return [
    `For ${of}, by ${by.map(codeWords).join(' and ')}, as at ${dayWords(asAt)}:`,
    ...partialLine(partial, sources, where),
    ...lines,
    ...(nothing > 0
      ? [`Nothing was counted in ${nothing === 1 ? '1 further row' : `${nothing} further rows`}.`]
      : []),
    ...(totalRows === 0 ? ['Nothing was counted.'] : []),
    ...(rows.length < totalRows
      ? [
          `These are the first ${rows.length} of ${totalRows} rows: narrow \`where\`, or ask for more with \`first\`.`,
        ]
      : []),
    ...meaningLines(definitions),
    ...linkLine(link),
  ].join('\n');
}

/** Whether there is anything to say: of nothing counted, or a share of nothing, there is not. */
const hasSomething = ({
  value,
  standing,
}: {
  readonly value: number | null;
  readonly standing: string;
}): boolean => value !== 0 && standing !== 'DIVIDED_BY_NONE';
