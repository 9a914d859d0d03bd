import { type Day, londonDayOf } from '../../domain/calendar/day';
import { deadlinesOf } from '../../domain/clocks/deadlines';
import type { Outcome } from '../../domain/findings';
import { addresseeOf } from '../../domain/letters/addressee';
import type { LetterKind } from '../../domain/letters/letter';
import type { LetterFacts, WordsOfLetter } from '../../domain/letters/letter-facts';
import type { CaseEvent } from '../../domain/procedure/events';
import type { StreamContext } from '../reading/loaders';
import type { CaseOfLetters } from './stage-of-letter';

/** What somebody who begins a letter says besides what is recorded. */
export interface BegunWith {
  readonly kind: LetterKind;
  /** Where nothing was found yet. */
  readonly outcome: Outcome | null;
  readonly signedBy: string | null;
}

/** The addressee of a complaint's letters as people are kept now. The reading is recorded. */
export async function addresseeNow({ partiesOf }: StreamContext, { complaintId, state }: CaseOfLetters) {
  return addresseeOf(await partiesOf.load(complaintId), state.consent);
}

/** All that a letter takes from the complaint as it stands. Each reading of people and words is recorded. */
export async function factsOfLetter(
  context: StreamContext,
  held: CaseOfLetters,
  { kind, outcome, signedBy }: BegunWith,
): Promise<LetterFacts> {
  const { complaintId, stage, version } = held;
  const today = londonDayOf(context.clock.now());
  const [complaint, addressee, points, promises, words, calendars] = await Promise.all([
    context.complaints.load(complaintId),
    addresseeNow(context, held),
    pointsOf(context, held),
    promisesOf(context, held),
    wordsOf(context, held),
    context.clocks(),
  ]);
  const row = complaint?.stages.find(({ number }) => number === stage.number);
  // The letter that acknowledges it starts the clock that it tells of.
  const acknowledgedOn = stage.acknowledgedOn ?? (kind === 'ACKNOWLEDGEMENT' ? today : null);
  return {
    ...{ writtenOn: today, reference: row?.reference ?? null, service: row?.service ?? null },
    stage: { ...stage, panelOn: panelOn(held) },
    version,
    deadlines: deadlinesOf({ stage: { ...stage, acknowledgedOn }, version, calendars, today }),
    outcome: stage.outcome ?? outcome,
    points: points.map((said, place) => ({ words: said, finding: findingOf(held, place + 1) })),
    ...{ promises, words, addressee, signedBy },
  };
}

const findingOf = ({ stage }: CaseOfLetters, number: number): Outcome | null =>
  stage.findings.find(({ point }) => point === number)?.finding ?? null;

function panelOn({ entries, stage }: CaseOfLetters): Day | null {
  const arranged = entries.findLast(
    (entry) => entry.stage === stage.number && entry.facts.event === 'arrangePanel',
  );
  return arranged?.facts.event === 'arrangePanel' ? arranged.facts.on : null;
}

/** Events at which the elements of a complaint are written. */
const WITH_POINTS: readonly CaseEvent[] = [
  'record',
  'agreeStatement',
  'reportInvestigation',
  'reportPanel',
  'answer',
];
const POINT = /^POINT_(?<number>\d+)$/;

/** The elements of a complaint as they were written last, in their order. */
async function pointsOf(
  { wordsOfEntry }: StreamContext,
  { complaintId, entries }: CaseOfLetters,
): Promise<string[]> {
  for (const { place } of entries.filter(({ facts }) => WITH_POINTS.includes(facts.event)).toReversed()) {
    const points = (await wordsOfEntry.load({ complaintId, place })).flatMap(({ part, words }) => {
      const number = POINT.exec(part)?.groups?.number;
      return number === undefined ? [] : [{ number: Number(number), words }];
    });
    if (points.length > 0)
      return points.sort((one, other) => one.number - other.number).map(({ words }) => words);
  }
  return [];
}

/** What the answer of the stage promised, as far as it was not given up. */
async function promisesOf({ wordsOfEntry }: StreamContext, { complaintId, state, stage }: CaseOfLetters) {
  const made = state.learning.promises.filter((one) => one.stage === stage.number && one.droppedOn === null);
  return Promise.all(
    made.map(async ({ place, dueOn }) => {
      const words = await wordsOfEntry.load({ complaintId, place });
      return { action: words.find(({ part }) => part === 'PROMISE')?.words ?? null, dueOn };
    }),
  );
}

/** What was written at the entries that letters take up, the newest of each kind. */
async function wordsOf(
  { wordsOfEntry }: StreamContext,
  { complaintId, entries, stage }: CaseOfLetters,
): Promise<WordsOfLetter> {
  const newest = async (event: CaseEvent, part: string, isOfStage = true): Promise<string | null> => {
    const entry = entries.findLast(
      (one) => one.facts.event === event && (!isOfStage || one.stage === stage.number),
    );
    if (entry === undefined) return null;
    const words = await wordsOfEntry.load({ complaintId, place: entry.place });
    return words.find((one) => one.part === part)?.words ?? null;
  };
  const [definition, recorded, plan, extensionReason, refusalReason, answer] = await Promise.all([
    newest('acknowledge', 'DEFINITION'),
    newest('record', 'SUMMARY', false),
    newest('agreePlan', 'PLAN'),
    newest('extend', 'REASON'),
    newest('refuse', 'REASON'),
    newest('answer', 'SUMMARY'),
  ]);
  return { definition: definition ?? recorded, plan, extensionReason, refusalReason, answer };
}
