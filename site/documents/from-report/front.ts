import { londonDayOf } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import { periodWords } from '../../../domain/figures/periods';
import type { NameOf } from '../../server/person-names';
import type { Report } from './report';

interface FrontLine {
  readonly label: string;
  readonly value: string;
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The version of a report that is shown; undefined where the graph does not list it. */
const versionOf = ({ versions, version }: Report) => versions.find((each) => each.version === version);

/** Whether a person said that this version is right. */
export const isFrozen = (report: Report): boolean => report.state === 'FROZEN';

/** What the first page says of a report: what it speaks of, who it is for, how far it has come. */
export function frontOf(report: Report, nameOf: NameOf): FrontLine[] {
  const { from, to, definition, asAt, partial, isPublic } = report;
  const shown = versionOf(report);
  return [
    { label: 'Period', value: periodWords({ from, to }) },
    { label: 'For', value: definition.audience },
    { label: 'Asked for by', value: definition.rule },
    { label: 'Version', value: `${report.version}, ${stateWords(report, nameOf)}` },
    ...told('Reason for this version', shown?.reason),
    ...told('Frozen though checks were open', shown?.frozenDespite),
    { label: 'Figures as at', value: dayWords(asAt) },
    ...told(
      'Records that end before the period does',
      partial.map((each) => streamName(each)),
    ),
    ...told('Records that are counted', report.sources.flatMap(reachWords)),
    ...(isPublic
      ? [{ label: 'Public version', value: 'Small numbers are left out, and what would tell them' }]
      : []),
  ];
}

function told(label: string, value: string | readonly string[] | null | undefined): FrontLine[] {
  const words = typeof value === 'string' ? value : LIST.format(value ?? []);
  return words === '' ? [] : [{ label, value: words }];
}

function stateWords(report: Report, nameOf: NameOf): string {
  const { frozenBy = null, frozenAt = null } = versionOf(report) ?? {};
  if (!isFrozen(report)) return 'a draft with the figures as they are now';
  if (frozenBy === null || frozenAt === null) return 'frozen';
  return `frozen by ${nameOf(frozenBy)} on ${dayWords(londonDayOf(new Date(frozenAt)))}: its figures do not change any more`;
}

function reachWords({ stream, from, to }: Report['sources'][number]): string[] {
  if (stream === null || from === null || to === null) return [];
  return [`${streamName(stream)} from ${dayWords(from)} to ${dayWords(to)}`];
}
