import { addDays } from '../../domain/calendar/day';
import { parseFinancialYear, periodOf } from '../../domain/calendar/financial-year';
import { londonInstantOf } from '../../domain/calendar/london-instant';
import type { ReportNewsQuery } from '../operations/__generated__/operations';
import { DUE_TIME } from './schedule';

/** Something that happened to a report. */
export interface ReportNews {
  readonly kind: 'FROZEN' | 'WAITS';
  readonly reportId: string;
  readonly version: number;
  /** What the report is called, with its period. */
  readonly title: string;
  /** When it happened. */
  readonly at: Date;
}

type Line = NonNullable<NonNullable<ReportNewsQuery['reports']>['edges'][number]['node']>;

/** What has happened by now: a version was frozen, or is a draft though its period has ended. */
export function reportNews({ reports }: ReportNewsQuery, now: Date): ReportNews[] {
  return (reports?.edges ?? [])
    .flatMap(({ node }) => (node === null ? [] : [newsOf(node)]))
    .flatMap((news) => (news === null || news.at > now ? [] : [news]));
}

function newsOf({ id, title, newest, ...of }: Line): ReportNews | null {
  const { version, state, openedAt, frozenAt } = newest;
  const told = { reportId: id, version, title };
  if (state === 'FROZEN')
    return frozenAt === null ? null : { ...told, kind: 'FROZEN', at: new Date(frozenAt) };
  const ended = endedAt(of);
  if (ended === null) return null;
  const opened = new Date(openedAt);
  return { ...told, kind: 'WAITS', at: opened > ended ? opened : ended };
}

/** The morning after the period’s last day. */
function endedAt({ financialYear, upTo }: Pick<Line, 'financialYear' | 'upTo'>): Date | null {
  const year = parseFinancialYear(financialYear);
  const period = year && periodOf({ financialYear: year, quarter: upTo });
  return period && londonInstantOf({ day: addDays(period.to, 1), time: DUE_TIME });
}

/** By what a piece of news is known: the same is told once. */
export const aboutOf = ({ kind, version, reportId }: ReportNews): string => `${kind}/${version}/${reportId}`;
