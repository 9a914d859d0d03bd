import type { SignedIn } from '../../platform/identity/identity';
import { type Known, markedIn } from './markers';

/** Who asks. `smallNumbersBelow` is the least number that they may be told, where small ones are hidden from them. */
export interface Asking extends SignedIn {
  readonly smallNumbersBelow?: number;
}

/** What each role may be answered at all, by the contract; `true` is anybody who signed in. */
const OPEN_TO: readonly (readonly [roots: RegExp, roles: readonly string[] | true])[] = [
  [
    /^(caller|roles|services|directorates|channels|bankHolidays|calendars|closedDays|sources|faultCodes|refusalCodes)$/,
    true,
  ],
  [/AuditEntries$|ComplaintIds$/, ['auditor']],
  [/(Restrictions|Conflicts|LegalHolds)$/, ['officer', 'admin']],
  [/RetentionDue$/, ['officer']],
  [/CaseOpenings$|^agreements?$/, ['admin', 'auditor']],
  [/^(ownAgreement|partnerEvents)$/, ['partner']],
  [/^partnerRequests$/, ['admin', 'auditor', 'partner']],
  [/AccountSearch$/, ['officer', 'manager']],
  [
    /^(corporate|adults|childrens|schools)(Worklist|WorklistCounts|WaitingLetters|Groups|Absences|Promises|Recommendations|Repeats)$/,
    ['officer', 'manager'],
  ],
  [/^(keys|key|longestKeyDays)$/, ['admin']],
  [/^(bankHolidayChanges|closureChanges|nameDecisions|mappedWord)/, ['admin']],
  [/^(coverageDecisions|jobs?$|unseenJobs)/, ['admin']],
  [/^(imports|importRun)/, ['analyst', 'officer', 'admin']],
  [
    /^(amendments?|likelyDuplicates?|faults?|quarantinedRows?|vanishedRecords|faultTallies|quarantineTallies)/,
    ['officer', 'admin'],
  ],
  [/^serviceFaults$/, ['manager']],
  [/^callsToDealWith$/, ['officer']],
  [/^(calls|removed(Complaints|OmbudsmanCases))$/, ['analyst', 'manager', 'officer', 'admin']],
  [
    /^(articles?|procedures|workshops?|trainings)$|[a-z]Procedure$/,
    ['analyst', 'manager', 'officer', 'auditor', 'admin'],
  ],
  [
    /^(coverage|measures|figures|periodReport|measureDefinitions|ageBandDefinitions)$/,
    ['analyst', 'manager', 'officer', 'partner', 'admin'],
  ],
  [
    /^(reports?|reportDefinitions|reportedDifferences|targets?|signals)$/,
    ['analyst', 'manager', 'officer', 'admin'],
  ],
  [/^(reviewMeetings?|agreedActions?)$/, ['manager', 'officer', 'admin']],
  [
    /DueIfReceived$|SettledConcerns$|[a-z]Complaint$|^(counted|complaints?|nodes?|ombudsmanCases?)$/,
    ['analyst', 'manager', 'officer', 'partner', 'admin'],
  ],
];
/** What is closed to whoever is told no small numbers. */
const OF_SINGLES =
  /DueIfReceived$|SettledConcerns$|[a-z]Complaint$|^(counted|complaints?|nodes?|ombudsmanCases?|removed.*|imports.*|importRun|serviceFaults|partnerEvents|report(s|Definitions|edDifferences)?|targets?|signals|reviewMeetings?|agreedActions?)$/;
const COMPLAINT_ID = /\b(?:corporate|adults|childrens|schools)-[0-9a-z-]{8,}\b/g;
const COUNTS =
  /^(received|escalated|direct|wentOn|acknowledged|acknowledgedInTime|answered|answeredInTime|upheld|partiallyUpheld|notUpheld|closed|open|overdue|referredToOmbudsman|ombudsmanDecided|upheldByOmbudsman|remedies\w*|promises\w*|inTime\w*Promise\w*)_MeasureRow$/;

/** What of an answer the caller should never have been shown, in words; empty where all is well. */
export function judge(data: object | null, caller: Asking, known: Known): string[] {
  const roots = Object.entries(data ?? {}).filter(([name, value]) => name !== '__typename' && value !== null);
  return roots.flatMap(([name, value]) => [
    ...judgeRoot(name, value, caller),
    ...markedIn(JSON.stringify(value)).flatMap(({ kind, of }) =>
      maySee(kind, of, caller, known) ? [] : [`${name} shows somebody of ${kind}`],
    ),
    ...judgeRows(name, value, caller, known),
    ...judgeCounts(name, value, caller, known),
  ]);
}

function judgeRoot(name: string, value: unknown, { role, smallNumbersBelow }: Asking): string[] {
  const [, roles] = OPEN_TO.find(([roots]) => roots.test(name)) ?? [];
  if (roles === undefined) return [`${name} is in no line of the table: say who may be answered it`];
  const isOpen =
    (roles === true || roles.includes(role)) && !(smallNumbersBelow !== undefined && OF_SINGLES.test(name));
  const isEmpty = Array.isArray(value) && value.every((item) => item === null);
  return isOpen || isEmpty ? [] : [`${name} is answered to ${role}`];
}

function maySee(
  kind: string,
  of: string,
  { subject, role, streams, services }: Asking,
  known: Known,
): boolean {
  if (kind === 'quarantine')
    return role === 'admin' || (role === 'officer' && (of === 'nobody' || streams.includes(of)));
  const complaint = known.complaintOf.get(of) ?? '';
  if (!(known.namedFor.get(complaint)?.includes(subject) ?? true)) return false;
  if (role === 'officer') return streams.includes(kind);
  const ofComplaint = known.servicesOf.get(complaint);
  return role === 'manager' && services.some((service) => ofComplaint?.has(service));
}

/** A partner is shown no complaint that is not its own, and a manager finds none by its words that is of another's services. */
function judgeRows(name: string, value: unknown, caller: Asking, known: Known): string[] {
  const isOwn = ownRows(name, caller, known);
  if (isOwn === null) return [];
  const shown = JSON.stringify(value).match(COMPLAINT_ID) ?? [];
  const ids = shown.map((id) => known.complaintOf.get(id) ?? id).filter((id) => known.servicesOf.has(id));
  return ids.filter((id) => !isOwn(id)).map((id) => `${name} shows ${id}`);
}

/** Which complaints may stand there; null where any may. */
function ownRows(name: string, { role, partner, services }: Asking, known: Known) {
  if (role === 'partner') {
    const own = known.partners.get(partner ?? '')?.complaints;
    return (id: string): boolean => own?.has(id) ?? false;
  }
  if (role !== 'manager' || !name.endsWith('AccountSearch')) return null;
  return (id: string): boolean => services.some((service) => known.servicesOf.get(id)?.has(service));
}

/** What is counted there is no complaint: what a partner asked, and what there is to read and to learn. */
const OF_NO_COMPLAINT = /^(partnerRequests|articles?|workshops?|trainings|reports|targets)$/;

/** A partner is told no count that is more than its own; whoever is told no small numbers, none. */
function judgeCounts(
  name: string,
  value: unknown,
  { role, partner, smallNumbersBelow }: Asking,
  known: Known,
): string[] {
  if (OF_NO_COMPLAINT.test(name)) return [];
  const own = known.partners.get(partner ?? '');
  const most = own ? own.cases + own.complaints.size * 3 : 0;
  return countsIn(value).flatMap(([field, count]) => {
    if (role === 'partner' && count > most) return [`${name} counts ${count} as ${field}, of ${most}`];
    const isSmall = smallNumbersBelow !== undefined && count > 0 && count < smallNumbersBelow;
    return isSmall ? [`${name} tells ${field} of ${count}`] : [];
  });
}

function countsIn(value: unknown): [string, number][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]): [string, number][] =>
    typeof inner === 'number' && (COUNTS.test(field) || field.startsWith('totalCount'))
      ? [[field, inner]]
      : countsIn(inner),
  );
}
