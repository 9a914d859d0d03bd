import type { SignedIn } from '../../../platform/identity/identity';
import { CORA, OLU } from '../../graph/journeys/people';
import type { Stream } from './ledger';
import { named, type Office } from './office';
import { CLEARED, MANAGERS, managerFor } from './people';
import { acknowledge, answer, escalate } from './steps';
import { type Row, readCounts, readList } from './worklists';

/** Chance, the same in every run. */
export type Chance = () => number;

/** What comes in: most of it corporate, by each channel. */
const INTAKE: readonly (readonly [Stream, string])[] = [
  ...(
    ['highways', 'refuse-recycling', 'parking', 'revenues-benefits', 'greenspace', 'planning'] as const
  ).map((service) => ['corporate', service] as const),
  ['adults', 'adults-hospital-discharge'],
  ['adults', 'adults-finance-charging'],
  ['childrens', 'childrens-children-in-care'],
  ['schools', 'schools'],
];
const CHANNELS = ['Phone', 'Letter', 'Web form', 'Email'];
const from = <Value>(values: readonly Value[], chance: Chance): Value => {
  const value = values[Math.floor(chance() * values.length)];
  if (value === undefined) throw new Error('Nothing to choose from');
  return value;
};

/** Records so many complaints, by whoever of the team is cleared. */
export async function takeIn(office: Office, chance: Chance, many: number): Promise<void> {
  for (let number = 0; number < many; number += 1) {
    const [stream, serviceId] = from(INTAKE, chance);
    const who = CLEARED.cora?.includes(stream) && chance() < 0.5 ? CORA : OLU;
    await office.record(who, stream, { serviceId, channel: from(CHANNELS, chance) });
  }
}

/** Gives all that nobody has to the managers of its services, and later stages to the team: one request for each of them and stream. */
export async function assignAll(office: Office, isAway: (subject: string) => boolean): Promise<void> {
  const rows = await office.task('see what nobody has', () => readList(office, OLU, 'UNASSIGNED'));
  const place = (row: Row) => `${row.stream} ${receiverOf(row, isAway)}`;
  for (const each of new Set(rows.map(place))) {
    const together = rows.filter((row) => place(row) === each);
    const [first] = together;
    if (first === undefined) continue;
    const given = { stream: first.stream, to: receiverOf(first, isAway), rows: together };
    await office.task('assign in bulk', () => assignTogether(office, given));
  }
}

const receiverOf = ({ stage, serviceId, stream }: Row, isAway: (subject: string) => boolean): string => {
  if (stage === 1) return managerFor(serviceId, isAway).subject;
  return CLEARED.cora?.includes(stream) ? 'cora' : 'olu';
};

async function assignTogether(
  office: Office,
  given: { readonly stream: Stream; readonly to: string; readonly rows: readonly Row[] },
): Promise<void> {
  const { to } = given;
  const done = await office.assignMany(OLU, given);
  if (done.refused?.length !== 0) throw new Error(`Not assigned to ${to}: ${JSON.stringify(done)}`);
  for (const { id, version } of done.done) Object.assign(office.ledger.find(id), { version, assignedTo: to });
}

/** An officer acknowledges what is to be acknowledged soonest; now and then something stays until later. */
export async function acknowledgeDue(office: Office, chance: Chance, isKept: IsKept): Promise<void> {
  const where = ', withinWorkingDays: 10, where: { limits: ["ACKNOWLEDGE"] }';
  const rows = await office.task('see what is to be acknowledged', () =>
    readList(office, OLU, 'ALL_OPEN', where),
  );
  for (const { id } of rows.filter((row) => !isKept(row.id)))
    if (chance() < 0.6)
      await office.task('acknowledge one', () => acknowledge(office, OLU, office.ledger.find(id)));
}

/** Whether a complaint has a course of its own, which the routine leaves alone. */
type IsKept = (id: string) => boolean;

const OUTCOMES = ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'];

/** Between meetings each manager takes what is new, and answers a few of the most urgent. */
export async function answerSome(office: Office, chance: Chance, isKept: IsKept): Promise<void> {
  for (const who of [...MANAGERS, OLU, CORA]) {
    const rows = await office.task('see one’s own work', () => readList(office, who, 'MINE'));
    const own = rows.filter(({ id }) => !isKept(id));
    for (const row of own.filter(({ isAccepted }) => !isAccepted)) await accept(office, who, row);
    const ready = own.filter(
      ({ state, stage }) => state === 'ACKNOWLEDGED' && (stage === 1 || chance() < 0.3),
    );
    for (const row of ready.slice(0, 3)) if (chance() < 0.5) await workOn(office, who, row, chance);
  }
}

const accept = (office: Office, who: SignedIn, { id, stream }: Row) =>
  office.task('take what was given', () =>
    office.do(who, office.ledger.find(id), `accept${named(stream)}Complaint`),
  );

async function workOn(office: Office, who: SignedIn, row: Row, chance: Chance): Promise<void> {
  const kept = office.ledger.find(row.id);
  if (row.stream === 'corporate' && isNearlyDue(row) && chance() < 0.5)
    return office.task('extend', () => extend(office, who, row));
  const outcome = from(OUTCOMES, chance);
  return office.task('answer one', () => answer(office, { who, kept, outcome }));
}

async function extend(office: Office, who: SignedIn, row: Row): Promise<void> {
  const { ledger, today } = office;
  const kept = ledger.find(row.id);
  const stage = kept.stages.at(-1);
  if (stage === undefined || stage.agreedDueOn !== null) return;
  const to = ledger.calendar.after(ledger.answerDueOn(kept, stage) ?? today, 5);
  const given = { limit: 'ANSWER', on: today, to, reason: 'The contractor has the plans.' };
  const said = await office.send(who, 'extendCorporateComplaint', {
    ...{ id: kept.id, version: kept.version, ...given },
  });
  if (said.__typename !== 'CommandDone') throw new Error(`Not extended: ${JSON.stringify(said)}`);
  Object.assign(kept, { version: said.version });
  stage.agreedDueOn = to;
}

/** Some who were told at stage 1 that it is not upheld ask for a review. */
export async function escalateSome(office: Office, chance: Chance, isKept: IsKept): Promise<void> {
  const unhappy = office.ledger.cases.filter(
    ({ id, stream, ended, stages }) =>
      stream === 'corporate' &&
      ended === 'ANSWERED' &&
      stages.length === 1 &&
      stages[0]?.number === 1 &&
      stages[0]?.outcome === 'NOT_UPHELD' &&
      !isKept(id),
  );
  for (const kept of unhappy)
    if (chance() < 0.2) await office.task('escalate', () => escalate(office, OLU, kept));
}

/** How much there is: what an officer looks at first. */
export const lookAtCounts = (office: Office) =>
  office.task('see how much there is', () => readCounts(office, OLU));

const isNearlyDue = ({ workingDaysLeft }: Row): boolean => workingDaysLeft === 0 || workingDaysLeft === 1;
