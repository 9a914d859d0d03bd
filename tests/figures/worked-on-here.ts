import { type CommandAsked, doCommand } from '../../casework/live/do-command';
import { recordCase } from '../../casework/live/record-case';
import type { CommandResult } from '../../casework/live/refusals';
import { asPerson, keyOf, recorded } from '../../casework/live/testing';
import type { StreamContext } from '../../casework/reading/loaders';
import type { StreamSubgraph } from '../../casework/stream/create-stream';
import { toDay } from '../../domain/calendar/day';
import type { TestProduct } from '../../scripts/testing/test-product';
import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { subgraph as schools } from '../../subgraphs/schools/subgraph';
import type { MeasuresQuestion } from './random-measures';

/** The streams that are worked on here; the fourth goes on as it was loaded. */
export const WORKED_ON = ['CORPORATE', 'CHILDRENS', 'SCHOOLS'];

/** A command on the day on which it is done. */
type Step = readonly [on: string, command: CommandAsked['command']];

const acknowledge = (day: string): Step => [day, { event: 'acknowledge', on: toDay(day) }];
const answer = (day: string, outcome: 'UPHELD' | 'NOT_UPHELD'): Step => [
  day,
  { event: 'answer', on: toDay(day), outcome, findings: [] },
];
const escalate = (day: string): Step => [
  day,
  { event: 'escalate', receivedOn: toDay(day), hasLateReason: false },
];

/** What is worked on: in time and late, open and overdue, gone on with and withdrawn, and one that came in before the work began. */
const CASES: readonly (readonly [StreamSubgraph, receivedOn: string, ...Step[]])[] = [
  [corporate, '2024-04-29', acknowledge('2024-05-07'), answer('2024-05-10', 'UPHELD')],
  [
    corporate,
    '2024-05-07',
    acknowledge('2024-05-09'),
    answer('2024-05-23', 'NOT_UPHELD'),
    escalate('2024-05-28'),
  ],
  [corporate, '2024-05-08'],
  [corporate, '2024-05-20', ['2024-05-21', { event: 'withdraw', on: toDay('2024-05-21') }]],
  [childrens, '2024-05-13', acknowledge('2024-05-14'), answer('2024-05-24', 'UPHELD')],
  [schools, '2024-05-14', acknowledge('2024-05-21')],
];
const FIRST_LIVE_DAY = '2024-05-07';

/** Records complaints of three streams and works on them, each command on its day; figures follow. */
export async function workOnSome({ schemas }: TestProduct): Promise<void> {
  for (const [number, [stream, receivedOn, ...steps]] of CASES.entries()) {
    const officer = { subject: 'olive', role: 'officer', streams: [stream.name] };
    const on = (today: string, work: (context: StreamContext) => Promise<CommandResult>) =>
      asPerson({ stream, dataSource: schemas.of(stream.name), today }, officer, work).then(done);
    const command = recorded({ receivedOn: toDay(receivedOn) });
    const day = receivedOn < FIRST_LIVE_DAY ? FIRST_LIVE_DAY : receivedOn;
    const asked = { key: keyOf(number * 100), command, words: [], parties: [] };
    const id = await on(day, (context) => recordCase(context, asked));
    for (const [place, [today, next]] of steps.entries()) {
      const more = { key: keyOf(number * 100 + place + 1), id, version: place + 1, command: next };
      await on(today, (context) => doCommand(context, more));
    }
  }
  await schemas.relay({ onFailure: fail }).drain();
}

function done(answered: CommandResult): string {
  if (answered.__typename !== 'CommandDone') throw new Error(`Not done: ${answered.code}`);
  return answered.complaintId;
}

function fail({ error }: { readonly error: unknown }): never {
  throw error;
}

const BY = [['month'], [], ['stream'], ['stream', 'month'], ['stream', 'stage'], ['ageBand']];
/** With days before, between and of the work; days of it alone; before and between; and none of them. */
const DAYS = [
  {},
  { from: '2024-05-01' },
  { from: FIRST_LIVE_DAY, to: '2024-05-31' },
  { from: '2021-06-01', to: '2024-05-06' },
  { from: '2023-01-01', to: '2023-12-31' },
];

/** Questions about such days, of all streams and of two, as at today and a day of the work. */
export const LIVE_QUESTIONS: readonly MeasuresQuestion[] = BY.flatMap((by) =>
  DAYS.flatMap((days) => [
    { by, where: days, asAt: null },
    { by, where: { ...days, streams: ['CHILDRENS', 'ADULTS'] }, asAt: null },
    { by, where: days, asAt: '2024-05-20' },
  ]),
);
