import { contentOf } from './hold';
import {
  CHANNELS,
  COMPLAINT_TYPES,
  directorateOf,
  FINDINGS,
  meaningOf,
  NO_COMPLAINT_CODES,
  OTHER_TYPES,
  ROUTES,
  SERVICES,
} from './plain-words';
import { type PlainRow, plainMoment, readPlainly } from './read-plainly';
import { workingDaysAfter } from './working-days';

/** One stage, as the second reading has it. Days are ISO text; null is what nobody wrote, or nobody knows. */
export interface PlainStage {
  readonly reference: string;
  readonly stream: string;
  readonly stage: number;
  readonly receivedOn: string;
  readonly answeredOn: string | null;
  /** Null too where the system keeps no day of closing. */
  readonly closedOn: string | null;
  readonly dueOn: string;
  readonly route: string | null;
  /** The digits of the stage before; null where it joins none. */
  readonly parent: string | null;
  readonly service: string | null;
  readonly directorate: string | null;
  readonly theme: string | null;
  readonly channel: string | null;
  readonly outcome: string | null;
}

/** What the extracts' README says of one record of the file. */
export type PlainLine =
  | { readonly line: number; readonly kind: 'noRow' | 'leftOut' | 'quarantined' }
  | {
      readonly line: number;
      readonly kind: 'taken';
      readonly stage: PlainStage;
      /** London's wall clock to the minute; null where it was not written, or cannot be read. */
      readonly updated: string | null;
      readonly content: string;
    };

/** Sorts every record of an extract by the rules "Which rows count", save that copies are not found yet. */
export function sortPlainly(text: string, today: string): PlainLine[] {
  return readPlainly(text).map((row): PlainLine => {
    const { line } = row;
    if (isNoRow(row)) return { line, kind: 'noRow' };
    if (isLeftOut(row)) return { line, kind: 'leftOut' };
    if (!isPlaced(row, today)) return { line, kind: 'quarantined' };
    const written = plainMoment(cell(row, 'Last Updated'))?.slice(0, 16) ?? null;
    const updated = written !== null && written.slice(0, 10) > today ? null : written;
    const content = contentOf(Object.values(row.cells));
    return { line, kind: 'taken', stage: stageOf(row, today), updated, content };
  });
}

const cell = (row: PlainRow, column: string): string => row.cells[column] ?? '';

function isNoRow(row: PlainRow): boolean {
  const blank = Object.values(row.cells).every((value) => value === '');
  return (blank && !row.tooMany) || ['total', 'case ref'].includes(cell(row, 'Case Ref').toLowerCase());
}

function isLeftOut(row: PlainRow): boolean {
  const type = cell(row, 'Case Type');
  if (meaningOf(OTHER_TYPES, type) !== null) return true;
  if (meaningOf(COMPLAINT_TYPES, type) === null) return !row.tooFew && !row.tooMany;
  return meaningOf(NO_COMPLAINT_CODES, cell(row, 'Closure Code')) !== null;
}

function isPlaced(row: PlainRow, today: string): boolean {
  if (row.tooFew || row.tooMany) return false;
  const received = dayIn(row, 'Date Received');
  const inTime = received !== null && received >= '1990' && received <= today;
  return inTime && ['1', '2', '3'].includes(cell(row, 'Stage')) && /\d/.test(cell(row, 'Case Ref'));
}

const dayIn = (row: PlainRow, column: string): string | null =>
  plainMoment(cell(row, column))?.slice(0, 10) ?? null;

function stageOf(row: PlainRow, today: string): PlainStage {
  const stream = meaningOf(COMPLAINT_TYPES, cell(row, 'Case Type')) ?? '';
  const stage = Number(cell(row, 'Stage'));
  const receivedOn = dayIn(row, 'Date Received') ?? '';
  const answered = dayIn(row, 'Date Responded');
  const service = meaningOf(SERVICES, cell(row, 'Service'));
  return {
    reference: cell(row, 'Case Ref'),
    stream,
    stage,
    receivedOn,
    answeredOn: answered !== null && (answered < receivedOn || answered > today) ? null : answered,
    closedOn: null,
    dueOn: workingDaysAfter(receivedOn, stage === 1 ? 10 : 20),
    ...originOf(row, stream, stage),
    service,
    directorate: directorateOf(service, cell(row, 'Directorate')),
    theme: cell(row, 'Category') || null,
    channel: meaningOf(CHANNELS, cell(row, 'Channel')),
    outcome: meaningOf(FINDINGS, cell(row, 'Closure Code')),
  };
}

function originOf(row: PlainRow, stream: string, stage: number): Pick<PlainStage, 'route' | 'parent'> {
  if (stage === 1) return { route: null, parent: null };
  const parent = cell(row, 'Parent Ref').replace(/\D/g, '') || null;
  const route = meaningOf(ROUTES, cell(row, 'Route'));
  if (route !== null) return { route, parent: route === 'DIRECT' ? null : parent };
  if (parent !== null) return { route: 'ESCALATED', parent };
  return { route: stream === 'SCHOOLS' && cell(row, 'Route') === '' ? 'DIRECT' : null, parent: null };
}
