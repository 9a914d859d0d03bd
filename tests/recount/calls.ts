import { contentOf, type Held, hold } from './hold';
import { plainMoment, readPlainly } from './read-plainly';

/**
 * A second, plain reading of the telephony system's export, for tests alone: it shares no code with the product and
 * tries every moment that a cell may mean.
 */
export interface PlainCall {
  readonly id: string;
  readonly day: string;
  readonly group: string | null;
  readonly answered: boolean | null;
  readonly wait: number | null;
  readonly talk: number | null;
}

export type PlainCallLine = { readonly line: number } & (
  | { readonly kind: 'noRow' | 'quarantined' }
  | { readonly kind: 'taken'; readonly call: PlainCall; readonly content: string }
);

const HEADER = 'CallID,Queue,CLI,OfferedAt,AnsweredAt,EndedAt,Agent,Result';
const GROUPS: Readonly<Record<string, string>> = {
  complaints_main: 'Complaints',
  complaints: 'Complaints',
  'complaints - asc': 'Complaints - ASC',
};
const RESULTS: Readonly<Record<string, boolean>> = { answered: true, abandoned: false };

/** What each line after the header is. */
export function sortCalls(text: string, today: string): PlainCallLine[] {
  return readPlainly(text).map(({ cells, line, tooMany, tooFew }) => {
    const values = HEADER.split(',').map((column) => cells[column] ?? '');
    const [id = '', queue = '', , offered = '', answer = '', end = '', , result = ''] = values;
    const isNone = values.every((value) => value === '') || values.join(',') === HEADER;
    if (isNone && !tooMany) return { line, kind: 'noRow' };
    const day = plainMoment(offered)?.slice(0, 10) ?? null;
    if (tooMany || tooFew || !/\d/.test(id) || day === null || day > today)
      return { line, kind: 'quarantined' };
    const answered = RESULTS[result.toLowerCase()] ?? null;
    const call = { id, day, group: GROUPS[queue.toLowerCase()] ?? null, answered };
    const timed = { ...call, ...times({ offered, answer, end, answered }) };
    return { line, kind: 'taken', call: timed, content: contentOf(values) };
  });
}

interface Written {
  readonly offered: string;
  readonly answer: string;
  readonly end: string;
  readonly answered: boolean | null;
}

/** Of an answer or an end that cannot follow what stands before it, nothing is known. */
function times({ offered, answer, end, answered }: Written): { wait: number | null; talk: number | null } {
  let kept = ['offered', 'answer', 'end'];
  const cells = { offered, answer: answered === false ? '' : answer, end };
  const moments = Object.entries(cells).map(([name, cell]) => ({ name, may: mayMean(cell) }));
  const meant = () => shortest(moments.filter(({ name, may }) => kept.includes(name) && may.length > 0));
  kept = ['offered'];
  for (const name of ['answer', 'end']) {
    kept.push(name);
    if (meant() === null) kept.pop();
  }
  const at = meant() ?? {};
  const apart = (from?: number, to?: number) => (from === undefined || to === undefined ? null : to - from);
  if (answered === null) return { wait: null, talk: null };
  if (!answered) return { wait: apart(at.offered, at.end), talk: null };
  return { wait: apart(at.offered, at.answer), talk: apart(at.answer, at.end) };
}

const LONDON = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' },
});

/** The moments at which a clock in London showed what the cell says, as seconds, the earliest first. */
function mayMean(cell: string): number[] {
  const wall = /\d:\d/.test(cell) ? plainMoment(cell) : null;
  if (wall === null) return [];
  const hour = 3_600;
  const greenwich = Date.parse(`${wall}Z`) / 1_000;
  return [greenwich - hour, greenwich].filter(
    (second) => LONDON.format(second * 1_000).replace(' ', 'T') === wall,
  );
}

type Meant = Partial<Record<string, number>>;

function shortest(moments: readonly { name: string; may: readonly number[] }[]): Meant | null {
  let choices: (readonly [string, number])[][] = [[]];
  for (const { name, may } of moments)
    choices = choices.flatMap((choice) => may.map((second) => [...choice, [name, second] as const]));
  const possible = choices.filter((choice) =>
    choice.every(([, second], place) => {
      const apart = second - (choice[place - 1]?.[1] ?? second);
      return apart >= 0 && apart <= 24 * 3_600;
    }),
  );
  const length = (choice: (readonly [string, number])[]) => (choice.at(-1)?.[1] ?? 0) - (choice[0]?.[1] ?? 0);
  const [best] = possible.sort((a, b) => length(a) - length(b));
  return best ? Object.fromEntries(best) : null;
}

/** The calls that hold after an export, over those that held before, and what became of each row. The later line of equal calls holds. */
export function recountCalls(text: string, today: string, before?: Held<PlainCall>) {
  const rows = sortCalls(text, today).filter(({ kind }) => kind !== 'noRow');
  const taken = rows.flatMap((row) =>
    row.kind === 'taken'
      ? [{ identity: row.call.id, content: row.content, updated: null, record: row.call }]
      : [],
  );
  const { held, counts } = hold(taken, before);
  return {
    counts: { read: rows.length, ...counts, leftOut: 0, quarantined: rows.length - taken.length },
    calls: [...held.values()].map(({ record }) => record),
    held,
  };
}

/** What a row of figures is divided by, as the graph names it. */
export type CallDivision = 'group' | 'financialYear' | 'quarter' | 'month';

/** Figures by dimensions, in no particular order. */
export function callFiguresBy(calls: readonly PlainCall[], by: readonly CallDivision[]): object[] {
  const groups = new Map<string, PlainCall[]>(by.length === 0 ? [['{}', []]] : []);
  for (const call of calls) {
    const key = JSON.stringify(Object.fromEntries(by.map((name) => [name, divisions[name](call)])));
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return [...groups].map(([key, some]) => ({ ...JSON.parse(key), ...figuresOf(some) }));
}

const divisions: Readonly<Record<CallDivision, (call: PlainCall) => string>> = {
  group: ({ group }) => group ?? 'Not recorded',
  month: ({ day }) => `${day.slice(0, 7)}-01`,
  quarter: ({ day }) => `Q${[4, 1, 2, 3][Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}`,
  financialYear({ day }) {
    const first = day.slice(5) < '04-01' ? Number(day.slice(0, 4)) - 1 : Number(day.slice(0, 4));
    return `${first}-${String(first + 1).slice(2)}`;
  },
};

function figuresOf(calls: readonly PlainCall[]): object {
  const answered = calls.filter((call) => call.answered === true);
  const waits = answered.flatMap(({ wait }) => wait ?? []);
  const every = calls.flatMap(({ wait }) => wait ?? []);
  const sum = waits.reduce((total, wait) => total + wait, 0);
  return {
    offered: calls.length,
    answered: answered.length,
    abandoned: calls.filter((call) => call.answered === false).length,
    answerRate: calls.length === 0 ? null : answered.length / calls.length,
    waitsMeasured: waits.length,
    averageWaitSeconds: waits.length === 0 ? null : Math.round(sum / waits.length),
    longestWaitSeconds: every.length === 0 ? null : Math.max(...every),
    answeredWithin20Seconds: waits.filter((wait) => wait <= 20).length,
  };
}
