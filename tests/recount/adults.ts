import { contentOf, type Held, hold } from './hold';
import { meaningOf } from './plain-words';
import { type PlainRow, plainMoment, readPlainly } from './read-plainly';
import type { Recount } from './recount';
import type { PlainStage } from './sort-plainly';

/** The words of the adults' system as the extracts' README lists them, in lower case, by what they mean. */
const TEAMS = {
  'Occupational Therapy': ['occupational therapy'],
  'Hospital Discharge': ['hospital discharge'],
  'Finance & Charging': ['finance & charging'],
  'Mental Health': ['mental health'],
  Safeguarding: ['safeguarding'],
  'Adult Assessment': ['adult assessment'],
  'Learning Disability': ['learning disability'],
};
const FINDINGS = {
  UPHELD: ['upheld', 'u'],
  PARTIALLY_UPHELD: ['partially upheld', 'p'],
  NOT_UPHELD: ['not upheld', 'n'],
};
const REASONS = {
  ...{ ANSWERED: Object.values(FINDINGS).flat() },
  ...{ RESOLVED_INFORMALLY: ['resolved locally', 'r'], WITHDRAWN: ['withdrawn', 'w'] },
};
const RISKS = { LOW: ['low', 'l'], MEDIUM: ['medium', 'm'], HIGH: ['high', 'h'] };
const CONSENTS = { HELD: ['y'], NOT_HELD: ['n'], NOT_NEEDED: ['n/a'] };
const PLANS = { YES: ['yes', 'y'], NO: ['no', 'n'] };

/** One complaint of the adults' system, as the second reading has it. */
export interface PlainAdults extends PlainStage {
  readonly agreedDueOn: string | null;
  readonly closureReason: string | null;
  readonly person: string | null;
  readonly relationship: string | null;
  readonly own: Readonly<Record<string, string | null>>;
}

export type AdultsLine =
  | { readonly line: number; readonly kind: 'noRow' | 'quarantined' }
  | {
      readonly line: number;
      readonly kind: 'taken';
      readonly stage: PlainAdults;
      readonly content: string;
    };

/** Sorts every record of an extract by the rules "Which rows count", save that copies are not found yet. */
export function sortAdults(text: string, today: string): AdultsLine[] {
  return readPlainly(text).map((row): AdultsLine => {
    const { line } = row;
    if (isNoRow(row)) return { line, kind: 'noRow' };
    const received = dayIn(row, 'DateOfComplaint');
    const isPlaced =
      received !== null && received >= '1990' && received <= today && /\d/.test(cell(row, 'ComplaintID'));
    if (row.tooFew || row.tooMany || !isPlaced) return { line, kind: 'quarantined' };
    const content = contentOf(Object.values(row.cells));
    return { line, kind: 'taken', stage: stageOf(row, { receivedOn: received, today }), content };
  });
}

/** Counts an extract anew, over what held before. Of copies the later line holds, since no day of a change is kept. */
export function recountAdults(text: string, today: string, before?: Held<PlainStage>): Recount {
  const lines = sortAdults(text, today);
  const taken = lines.flatMap((line) =>
    line.kind === 'taken'
      ? [{ identity: line.stage.reference, content: line.content, updated: null, record: line.stage }]
      : [],
  );
  const { held, counts } = hold<PlainStage>(taken, before);
  const quarantined = lines.filter(({ kind }) => kind === 'quarantined').length;
  return {
    counts: { read: taken.length + quarantined, ...counts, leftOut: 0, quarantined },
    stages: [...held.values()].map(({ record }) => record),
    held,
  };
}

const cell = (row: PlainRow, column: string): string => row.cells[column] ?? '';
const text = (row: PlainRow, column: string): string | null => cell(row, column) || null;
const dayIn = (row: PlainRow, column: string): string | null =>
  plainMoment(cell(row, column))?.slice(0, 10) ?? null;

function isNoRow(row: PlainRow): boolean {
  const isBlank = Object.values(row.cells).every((value) => value === '');
  return (
    (isBlank && !row.tooMany) || ['total', 'complaintid'].includes(cell(row, 'ComplaintID').toLowerCase())
  );
}

function stageOf(row: PlainRow, { receivedOn, today }: { receivedOn: string; today: string }): PlainAdults {
  const since = (day: string | null) => (day !== null && (day < receivedOn || day > today) ? null : day);
  const agreedDueOn = dayIn(row, 'ResponseDueBy');
  return {
    ...{ reference: cell(row, 'ComplaintID'), stream: 'ADULTS', stage: 1, route: null, parent: null },
    receivedOn,
    answeredOn: since(dayIn(row, 'ResponseDate')),
    closedOn: since(dayIn(row, 'ClosedDate')),
    agreedDueOn,
    dueOn: agreedDueOn ?? sixMonthsFrom(receivedOn),
    service: meaningOf(TEAMS, cell(row, 'Team')),
    directorate: 'Adult Social Care',
    theme: text(row, 'Nature'),
    channel: null,
    outcome: meaningOf(FINDINGS, cell(row, 'Outcome')),
    closureReason: meaningOf(REASONS, cell(row, 'Outcome')),
    person: text(row, 'PersonID'),
    relationship: text(row, 'Complainant'),
    own: ownOf(row),
  };
}

const ownOf = (row: PlainRow): PlainAdults['own'] => ({
  ...{ planAgreed: meaningOf(PLANS, cell(row, 'PlanAgreed')), planAgreedWritten: text(row, 'PlanAgreed') },
  ...{ consent: meaningOf(CONSENTS, cell(row, 'ConsentHeld')), consentWritten: text(row, 'ConsentHeld') },
  ...{ risk: meaningOf(RISKS, cell(row, 'Risk')), riskWritten: text(row, 'Risk') },
  ...{ provider: text(row, 'Provider'), lessons: text(row, 'Lessons') },
});

/** The day before the same date half a year on; the last day of that month where it is too short. */
function sixMonthsFrom(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + 6, 0));
  const end = date > lastOfMonth.getUTCDate() ? lastOfMonth : new Date(Date.UTC(year, month + 5, date - 1));
  return end.toISOString().slice(0, 10);
}
