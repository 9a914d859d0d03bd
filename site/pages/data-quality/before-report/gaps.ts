import { addDays, toDay } from '../../../../domain/calendar/day';
import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import type { Days } from '../../../../domain/figures/periods';
import type { BeforeReportCoverageQuery } from '../../../operations/__generated__/operations';
import type { Reach } from '../../reach';

type Line = NonNullable<BeforeReportCoverageQuery['coverage']>[number];

/** Something that was not recorded in a part of the period, or whose days cannot be trusted. */
export interface Gap {
  readonly stream: string;
  readonly says: string;
}

/** What the team's list says was not recorded all through the period, by stream and name. */
export function coverageGaps(lines: readonly Line[], days: Days): Gap[] {
  const named = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.stream} ${line.name}`;
    named.set(key, [...(named.get(key) ?? []), line]);
  }
  return [...named.values()].flatMap((own) => gapOf(own, days) ?? []);
}

function gapOf(lines: readonly Line[], { from, to }: Days): Gap | null {
  const [first] = lines;
  if (first === undefined) return null;
  const within = lines
    .filter((line) => line.from <= to && (line.to === null || line.to >= from))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const missing = firstMissing(within, { from, to });
  const name = `“${nameWords(first.name)}”`;
  if (missing !== null) {
    const since =
      within.length === 0 ? 'at all in this period' : `all through this period: not on ${dayWords(missing)}`;
    return {
      stream: streamName(first.stream),
      says: `${name} was not recorded ${since}. Its figures are “not recorded”.`,
    };
  }
  if (!within.some(({ granularity }) => granularity === 'YEAR') || isWholeYear({ from, to })) return null;
  return {
    stream: streamName(first.stream),
    says: `${name} can be trusted by whole years alone: days were entered at the year’s end.`,
  };
}

/** The first day of the period that no line covers; null where there is none. Lines are in the order of their first days. */
function firstMissing(lines: readonly Line[], { from, to }: Days): string | null {
  let next = from;
  for (const line of lines) {
    if (line.from > next) return next;
    if (line.to === null || line.to >= to) return null;
    next = addDays(toDay(line.to), 1);
  }
  return next > to ? null : next;
}

const isWholeYear = ({ from, to }: Days): boolean => from.endsWith('-04-01') && to.endsWith('-03-31');
const nameWords = (name: string): string => name.replaceAll('_', ' ');

/** Systems whose records end before the period does, or begin after its first month. */
export function shortSources(
  { sources }: Pick<Reach, 'sources'>,
  days: Days,
  nameOf: (source: string) => string,
): Gap[] {
  return sources.flatMap(({ source, stream, from, to, loadedAt }) => {
    const of = stream === null ? '' : streamName(stream);
    if (from === null || to === null)
      return [{ stream: of, says: `${nameOf(source)}: nothing has been loaded.` }];
    const loaded = loadedAt === null ? '' : ` (loaded ${dayWords(loadedAt.slice(0, 10))})`;
    return [
      ...(monthOf(from) > monthOf(days.from)
        ? [
            `${nameOf(source)} begins on ${dayWords(from)}, and the period on ${dayWords(days.from)}. Nothing before is counted.`,
          ]
        : []),
      ...(to < days.to
        ? [
            `${nameOf(source)} reaches ${dayWords(to)}${loaded}, and the period ends on ${dayWords(days.to)}. Load a newer extract, or make sure that nothing came in after.`,
          ]
        : []),
    ].map((says) => ({ stream: of, says }));
  });
}

/** The first record of a system may have come in some days after its first day. */
const monthOf = (day: string): string => day.slice(0, 7);
