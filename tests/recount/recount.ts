import { type PlainRow, plainMoment, readPlainly } from './read-plainly';

/** One stage that counts, as the second reading has it. Days are ISO text. */
export interface PlainStage {
  readonly reference: string;
  readonly stream: 'CORPORATE' | 'SCHOOLS';
  readonly stage: number;
  readonly receivedOn: string;
  readonly answeredOn: string | null;
  readonly dueOn: string;
  readonly route: 'ESCALATED' | 'DIRECT' | null;
  readonly service: string;
  readonly theme: string;
  readonly channel: string;
  readonly outcome: string | null;
  readonly ended: boolean;
  readonly parent: string | null;
}

export interface Recount {
  readonly read: number;
  readonly leftOut: number;
  readonly quarantined: number;
  readonly copies: number;
  readonly stages: readonly PlainStage[];
}

const TYPES: Record<string, 'CORPORATE' | 'SCHOOLS'> = {
  'corporate complaint': 'CORPORATE',
  'schools complaint': 'SCHOOLS',
};
const NOT_COMPLAINTS = ['duplicate', 'opened in error', 'test - do not use'];
const FINDINGS: Record<string, string[]> = {
  UPHELD: ['uph', 'upheld', 'upheld - apology given', 'upheld - service improvement', 'cl01', 'justified'],
  PARTIALLY_UPHELD: ['puph', 'part upheld', 'partly upheld', 'partially upheld', 'cl02', 'part justified'],
  NOT_UPHELD: [
    'nuph',
    'not upheld',
    'not upheld - explanation given',
    'cl03',
    'not justified',
    'no fault found',
  ],
};
const SERVICES: Record<string, string[]> = {
  Greenspace: ['green space', 'greenspace & parks', 'parks / greenspace'],
  Highways: ['highways & transportation', 'highway services'],
  'Refuse & Recycling': ['refuse and recycling', 'refuse/recycling', 'waste & recycling'],
  Planning: ['planning & building control', 'development management'],
  Parking: ['parking services'],
  'Environmental Health': ['env health', 'environmental health & trading standards'],
  'Revenues & Benefits': ['revs & bens', 'revenues and benefits', 'council tax'],
  'Contact Centre': ['customer contact'],
  Registrars: ['registration service'],
  Libraries: ['library service'],
  'School Admissions': ['admissions'],
  Schools: [],
};
const CHANNELS: Record<string, string[]> = {
  'Web form': ['webform'],
  Email: ['e-mail'],
  Phone: ['telephone'],
  Letter: [],
  'In person': [],
};
/** England and Wales, as published: the days that no weekend covers. */
const BANK_HOLIDAYS = new Set(
  `2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
   2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
   2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28
   2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
   2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
   2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
   2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26`.split(/\s+/),
);

const oneOf = (table: Record<string, string[]>, written: string): string | null => {
  const word = written.toLowerCase().replace(/\s+/g, ' ');
  return (
    Object.keys(table).find((name) => name.toLowerCase() === word || table[name]?.includes(word)) ?? null
  );
};

/** Sorts every row of an extract and keeps what counts, by the rules that came with the extracts. */
export function recount(text: string, today: string): Recount {
  const rows = readPlainly(text).filter((row) => !isNoRow(row));
  const leftOut = rows.filter((row) => !row.tooFew && !row.tooMany && isLeftOut(row));
  const rest = rows.filter((row) => !leftOut.includes(row));
  const taken = rest.filter((row) => isPlaced(row, today));
  const newest = new Map<string, PlainRow>();
  for (const row of taken) {
    const held = newest.get(cell(row, 'Case Ref'));
    if (!held || updated(held) <= updated(row)) newest.set(cell(row, 'Case Ref'), row);
  }
  return {
    read: rows.length,
    leftOut: leftOut.length,
    quarantined: rest.length - taken.length,
    copies: taken.length - newest.size,
    stages: [...newest.values()].map(stageOf),
  };
}

const cell = (row: PlainRow, column: string): string => row.cells[column] ?? '';
const updated = (row: PlainRow): string => plainMoment(cell(row, 'Last Updated')) ?? '';
const isNoRow = (row: PlainRow): boolean =>
  Object.values(row.cells).every((value) => value === '') && !row.tooMany
    ? true
    : cell(row, 'Case Ref').toLowerCase() === 'total' || cell(row, 'Case Ref').toLowerCase() === 'case ref';
const isLeftOut = (row: PlainRow): boolean =>
  !(cell(row, 'Case Type').toLowerCase() in TYPES) ||
  NOT_COMPLAINTS.includes(cell(row, 'Closure Code').toLowerCase());

function isPlaced(row: PlainRow, today: string): boolean {
  const received = plainMoment(cell(row, 'Date Received'))?.slice(0, 10);
  const shaped = !row.tooFew && !row.tooMany && ['1', '2', '3'].includes(cell(row, 'Stage'));
  return shaped && cell(row, 'Case Ref') !== '' && received !== undefined && received <= today;
}

function stageOf(row: PlainRow): PlainStage {
  const stream = TYPES[cell(row, 'Case Type').toLowerCase()] ?? 'CORPORATE';
  const stage = Number(cell(row, 'Stage'));
  const receivedOn = (plainMoment(cell(row, 'Date Received')) ?? '').slice(0, 10);
  const answered = plainMoment(cell(row, 'Date Responded'))?.slice(0, 10) ?? null;
  const parent = cell(row, 'Parent Ref').replace(/\D/g, '');
  const code = cell(row, 'Closure Code');
  return {
    reference: cell(row, 'Case Ref'),
    stream,
    stage,
    receivedOn,
    answeredOn: answered !== null && answered < receivedOn ? null : answered,
    dueOn: workingDaysAfter(receivedOn, stage === 1 ? 10 : 20),
    route: routeOf({ stream, stage, written: cell(row, 'Route').toLowerCase(), parent }),
    service: oneOf(SERVICES, cell(row, 'Service')) ?? 'Not recorded',
    theme: cell(row, 'Category') || 'Not recorded',
    channel: oneOf(CHANNELS, cell(row, 'Channel')) ?? 'Not recorded',
    outcome: oneOf(FINDINGS, code),
    ended: cell(row, 'Status').toLowerCase() === 'closed',
    parent:
      stage > 1 && parent !== '' && !cell(row, 'Route').toLowerCase().startsWith('direct') ? parent : null,
  };
}

function routeOf({
  stream,
  stage,
  written,
  parent,
}: {
  stream: string;
  stage: number;
  written: string;
  parent: string;
}): PlainStage['route'] {
  if (stage === 1) return null;
  if (written.startsWith('escalated')) return 'ESCALATED';
  if (written.startsWith('direct')) return 'DIRECT';
  if (parent !== '') return 'ESCALATED';
  return stream === 'SCHOOLS' ? 'DIRECT' : null;
}

/** Counted one day after the other; the day itself is not counted. */
export function workingDaysAfter(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    at.setUTCDate(at.getUTCDate() + 1);
    const isWeekend = at.getUTCDay() === 0 || at.getUTCDay() === 6;
    if (!isWeekend && !BANK_HOLIDAYS.has(at.toISOString().slice(0, 10))) left -= 1;
  }
  return at.toISOString().slice(0, 10);
}

/** Complaints, once, with their last stage, where that was answered: stages joined by following their parents. */
export function closures(stages: readonly PlainStage[]): PlainStage[] {
  const byKey = new Map(
    stages.map((stage) => [`${stage.stream}/${stage.stage}/${stage.reference.replace(/\D/g, '')}`, stage]),
  );
  const rootOf = (stage: PlainStage): PlainStage => {
    const parent = stage.parent && byKey.get(`${stage.stream}/${stage.stage - 1}/${stage.parent}`);
    return parent ? rootOf(parent) : stage;
  };
  const last = new Map<PlainStage, PlainStage>();
  for (const stage of stages) {
    const root = rootOf(stage);
    const held = last.get(root);
    if (!held || `${held.stage}${held.receivedOn}` < `${stage.stage}${stage.receivedOn}`)
      last.set(root, stage);
  }
  return [...last.values()].filter((stage) => stage.answeredOn !== null);
}
