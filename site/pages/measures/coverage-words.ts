import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import type { Asking, Gateway } from '../../gateway/gateway';
import { CoverageDocument, type CoverageQuery } from '../../operations/__generated__/operations';
import { askPart } from '../ask-part';

export type CoverageLine = NonNullable<CoverageQuery['coverage']>[number];

/** What is known of when things were recorded; none where it cannot be had, for a page can do without. */
export async function askCoverage(gateway: Gateway, asking: Asking): Promise<readonly CoverageLine[]> {
  const answer = await askPart(gateway.ask(CoverageDocument, {}, { ...asking, share: 0.5 }));
  return answer?.coverage ?? [];
}

/**
 * Since when, and until when, a measure was recorded: why a figure of other days is "not recorded" and not 0. Null for a
 * measure that no line speaks of.
 */
export function coverageWords(measure: string, lines: readonly CoverageLine[]): string | null {
  const told = lines.filter((line) => line.measure === measure).map(lineWords);
  if (told.length === 0) return null;
  return `Not before and after these days, where it is “not recorded”: ${told.join('; ')}.`;
}

function lineWords({ stream, stage, from, to, granularity }: CoverageLine): string {
  const until = to === null ? `since ${dayWords(from)}` : `${dayWords(from)} to ${dayWords(to)}`;
  const where = stage === null ? streamName(stream) : `${streamName(stream)}, stage ${stage}`;
  return `${where}, ${until}${granularity === 'YEAR' ? ' (by whole financial years)' : ''}`;
}
