import { dayWords } from '../../../domain/figures/days';
import { channelName, closureReasonName, statusName, streamName } from '../../../domain/figures/names';
import { countedWords } from '../../../domain/figures/numbers';
import type { ComplaintLineageQuery } from '../../operations/__generated__/operations';
import type { ComplaintParts, Fact } from './timeline';

const NOT_RECORDED = 'Not recorded';
const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const day = (text: string | null): string => sentence(dayWords(text));
const yesNo = (value: boolean | null): string => (value === null ? NOT_RECORDED : value ? 'Yes' : 'No');

/** What the page of a complaint says of it as a whole. */
export function complaintFacts(complaint: ComplaintParts): Fact[] {
  const { stream, service, directorate, theme, channel, receivedOn } = complaint;
  return [
    { name: 'Stream', value: streamName(stream) },
    { name: 'Directorate', value: directorate ?? NOT_RECORDED },
    { name: 'Service', value: service ?? NOT_RECORDED },
    { name: 'About', value: theme ?? NOT_RECORDED },
    { name: 'Came in by', value: channelName(channel) },
    { name: 'Received', value: day(receivedOn) },
    ...endFacts(complaint),
    ...streamFacts(complaint),
  ];
}

function endFacts({ status, closedOn, closureReason }: ComplaintParts): Fact[] {
  if (status === 'OPEN') return [];
  return [
    { name: 'Closed', value: closedOn === null ? 'On a day not recorded' : dayWords(closedOn) },
    { name: 'Closed because', value: closureReasonName(closureReason) },
  ];
}

/** What a stream alone records, and everybody who sees the complaint may see. */
function streamFacts(complaint: ComplaintParts): Fact[] {
  switch (complaint.__typename) {
    case 'CorporateComplaint':
      return [{ name: 'Ward', value: complaint.ward ?? NOT_RECORDED }];
    case 'AdultsComplaint':
      return [{ name: 'Plan agreed', value: yesNo(complaint.planAgreed) }];
    case 'ChildrensComplaint':
      return [
        { name: 'Advocate offered', value: yesNo(complaint.advocateOffered) },
        ...panelFacts(complaint.reviewPanel),
      ];
    case 'SchoolsComplaint':
      return [{ name: 'School', value: schoolWords(complaint.school) }];
    default:
      return [];
  }
}

type Panel = Extract<ComplaintParts, { readonly __typename: 'ChildrensComplaint' }>['reviewPanel'];

function panelFacts(panel: Panel): Fact[] {
  if (panel === null) return [];
  const met = panel.heldOn === null ? 'not yet' : dayWords(panel.heldOn);
  return [
    { name: 'Review panel', value: `To meet by ${dayWords(panel.meetingDueOn)}; met ${met}` },
    {
      name: 'Panel’s report',
      value: `Due ${dayWords(panel.reportDueOn)}; findings ${dayWords(panel.findingsOn)}`,
    },
    { name: 'Answer to the panel', value: `Due ${dayWords(panel.answerDueOn)}` },
  ];
}

function schoolWords(school: { readonly urn: string | null; readonly name: string | null } | null): string {
  if (school === null || school.name === null) return NOT_RECORDED;
  return school.urn === null ? school.name : `${school.name} (URN ${school.urn})`;
}

/** "Open at stage 2", "Closed at stage 1". */
export const statusWords = ({ status, stage }: ComplaintParts): string =>
  stage === null ? statusName(status) : `${statusName(status)} at stage ${stage}`;

type Lineage = NonNullable<
  NonNullable<NonNullable<ComplaintLineageQuery['complaint']>['stages']>[number]['lineage']
>;

/** Where the record of a stage came from, in words. */
export interface Origin {
  readonly stage: string;
  readonly source: string;
  readonly record: string;
  readonly place: string;
  readonly since: string;
}

/** Where the records of a complaint came from; nothing for stages of which the person may not know. */
export function originsOf({ complaint }: ComplaintLineageQuery): Origin[] {
  return (complaint?.stages ?? []).flatMap(({ stage, lineage }) =>
    lineage === null ? [] : [{ stage: `Stage ${stage}`, ...originWords(lineage) }],
  );
}

function originWords(lineage: Lineage) {
  const { source, record, file, line, earlier, correction, vanishedSince } = lineage;
  const loaded = lineage.import === null ? '' : `, loaded ${dayWords(lineage.import.startedAt.slice(0, 10))}`;
  const place = `${file ?? 'a file of which the name is not recorded'}${line === null ? '' : `, line ${line}`}${loaded}`;
  const since = [
    correction === null ? 'as it came' : 'corrected by hand',
    ...(earlier?.length
      ? [`replaced ${countedWords({ count: earlier.length, one: 'earlier state', many: 'earlier states' })}`]
      : []),
    ...(vanishedSince === null ? [] : ['missing from newer files']),
  ];
  return { source, record, place, since: sentence(since.join('; ')) };
}
