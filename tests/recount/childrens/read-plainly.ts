import { type Counts, type Held, hold } from '../hold';
import { plainMoment } from '../read-plainly';
import { workingDaysAfter } from '../working-days';

/**
 * A second, plain reading of the children's system's extract, for tests alone: it shares no code with the product and
 * works on the objects themselves.
 */
export interface PlainStage {
  readonly caseNumber: string;
  readonly stage: number;
  readonly receivedOn: string;
  readonly answeredOn: string | null;
  readonly dueOn: string;
  readonly route: string | null;
  readonly outcome: string | null;
  readonly service: string | null;
  readonly channel: string | null;
}

/** What the extracts' README says of one line of the file. */
export type PlainLine =
  | { readonly line: number; readonly kind: 'quarantined' }
  | {
      readonly line: number;
      readonly kind: 'taken';
      readonly caseNumber: string;
      /** Equal for lines that say the same. */
      readonly content: string;
      readonly stages: readonly PlainStage[];
    };

type Thing = Readonly<Record<string, unknown>>;

/** Reads every line that is not blank. */
export function readChildrensPlainly(text: string, today: string): PlainLine[] {
  return text.split('\n').flatMap((line, place): PlainLine[] => {
    if (line.trim() === '') return [];
    const complaint = parsed(line);
    const caseNumber = wordIn(complaint, 'caseNumber').replace(/\s+/g, ' ');
    const stages = complaint && stagesOf(complaint, caseNumber, today);
    if (!stages || !/\d/.test(caseNumber)) return [{ line: place + 1, kind: 'quarantined' }];
    return [{ line: place + 1, kind: 'taken', caseNumber, content: contentOf(complaint) ?? '', stages }];
  });
}

function parsed(line: string): Thing | null {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const wordIn = (thing: unknown, key: string): string =>
  typeof thing === 'object' && thing !== null ? String((thing as Thing)[key] ?? '').trim() : '';

/** All that is said, keys in order, white space and what says nothing left out. */
function contentOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return String(value ?? '').replace(/\s/g, '') || null;
  const members = Object.entries(value)
    .map(([key, member]) => [key, contentOf(member)])
    .filter(([, member]) => member !== null)
    .sort();
  return members.length === 0 && Object.keys(value).length > 0 ? null : JSON.stringify(members);
}

const dayIn = (stage: Thing, key: string): string | null =>
  plainMoment(wordIn(stage, key))?.slice(0, 10) ?? null;

const numberOf = (stage: Thing): string => wordIn(stage, 'stage');
const isNumbered = (stage: Thing): boolean => ['1', '2', '3'].includes(numberOf(stage));

/** Null where the complaint cannot be placed: by its first stage, or because that may be one without a number. */
function stagesOf(complaint: Thing, caseNumber: string, today: string): PlainStage[] | null {
  const list: readonly unknown[] = Array.isArray(complaint.stages) ? complaint.stages : [];
  const written = list.filter((stage): stage is Thing => contentOf(stage) !== null);
  const numbers = written.filter(isNumbered).map(numberOf).sort();
  const first = written.every(isNumbered) ? numbers[0] : '1';
  const placed = written.filter((stage) => isNumbered(stage) && isPlaced(stage, today));
  if (first === undefined || !placed.some((stage) => numberOf(stage) === first)) return null;
  const held = ['1', '2', '3'].map((number) => placed.findLast((stage) => numberOf(stage) === number));
  return held.flatMap((stage) => (stage ? plainStage(stage, { caseNumber, complaint, numbers, today }) : []));
}

function isPlaced(stage: Thing, today: string): boolean {
  const received = dayIn(stage, 'startedAt');
  return received !== null && received >= '1990' && received <= today;
}

const LIMITS: Readonly<Record<string, number>> = { '1': 10, '2': 25, '3': 50 };
const TEAMS = ['Assessment', 'Children in Care', 'Fostering', 'Leaving Care', 'MASSH', 'SEND'];
const CHANNELS: Readonly<Record<string, string>> = {
  web: 'Web form',
  email: 'Email',
  phone: 'Phone',
  letter: 'Letter',
};
const FINDINGS = ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'];

function plainStage(
  stage: Thing,
  {
    caseNumber,
    complaint,
    numbers,
    today,
  }: { caseNumber: string; complaint: Thing; numbers: readonly string[]; today: string },
): PlainStage {
  const number = numberOf(stage);
  const receivedOn = dayIn(stage, 'startedAt') ?? '';
  const answered = dayIn(stage, 'completedAt');
  const outcome = wordIn(stage, 'outcome')
    .toUpperCase()
    .replace(/[\s_]+/g, '_');
  const team = wordIn(complaint, 'team').toLowerCase();
  const route = numbers.includes(String(Number(number) - 1)) ? 'ESCALATED' : 'DIRECT';
  return {
    caseNumber,
    stage: Number(number),
    receivedOn,
    answeredOn: answered !== null && (answered < receivedOn || answered > today) ? null : answered,
    dueOn:
      dayIn(stage, 'extendedTo') ??
      dayIn(stage, 'dueOn') ??
      workingDaysAfter(receivedOn, LIMITS[number] ?? 0),
    route: number === '1' ? null : route,
    outcome: FINDINGS.includes(outcome) ? outcome : null,
    service: TEAMS.find((name) => name.toLowerCase() === team) ?? null,
    channel: CHANNELS[wordIn(complaint, 'channel').toLowerCase()] ?? null,
  };
}

type TakenLine = Extract<PlainLine, { kind: 'taken' }>;

/** What an extract comes to. */
export interface ChildrensRecount {
  readonly counts: Counts;
  /** All stages that hold then, those of earlier extracts among them. */
  readonly stages: readonly PlainStage[];
  readonly held: Held<TakenLine>;
  /** Lines of copies that say something else than the one that holds. */
  readonly conflicts: readonly number[];
}

/** Counts an extract anew, over what held before. Of copies the later line holds. */
export function recountChildrens(text: string, today: string, before?: Held<TakenLine>): ChildrensRecount {
  const lines = readChildrensPlainly(text, today);
  const taken = lines.filter((line) => line.kind === 'taken');
  const { held, counts } = hold(
    taken.map((line) => ({ identity: line.caseNumber, content: line.content, updated: null, record: line })),
    before,
  );
  const conflicts = taken.filter((line) => held.get(line.caseNumber)?.content !== line.content);
  const quarantined = lines.length - taken.length;
  return {
    counts: { read: lines.length, ...counts, leftOut: 0, quarantined },
    stages: [...held.values()].flatMap(({ record }) => record.stages),
    held,
    conflicts: conflicts.map(({ line }) => line),
  };
}
