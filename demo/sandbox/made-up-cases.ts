import { createHash } from 'node:crypto';
import type { KeptOmbudsmanCase } from '../../contracts/records/ombudsman-case';
import { addDays, type Day, toDay } from '../../domain/calendar/day';
import type { HousingFinding } from '../../domain/enquiries/decisions';
import { randomOf } from '../random';

const CASES = 24;
/** Days of which the demonstration's register speaks. */
const FIRST_DAY = toDay('2020-04-01');
const DAYS = 500;

interface Decision {
  readonly decision: string;
  readonly category: HousingFinding;
  readonly upheld: boolean;
}
const DECISIONS: readonly [Decision, ...Decision[]] = [
  { decision: 'No maladministration', category: 'NO_MALADMINISTRATION', upheld: false },
  { decision: 'Service failure', category: 'SERVICE_FAILURE', upheld: true },
  { decision: 'Maladministration', category: 'MALADMINISTRATION', upheld: true },
  { decision: 'Reasonable redress', category: 'REASONABLE_REDRESS', upheld: false },
];
const REMEDIES = ['Apology', 'Repairs to be done', 'Staff to be trained'] as const;

/**
 * Cases of the Housing Ombudsman about a partner that nobody ever had, the same for the same partner, whoever it is. The first of them
 * was answered on `today`: so each day brings an event.
 */
export const madeUpCases = (partner: string, today: Day): readonly KeptOmbudsmanCase[] =>
  Array.from({ length: CASES }, (_, place) => madeUpCase(partner, place + 1, place === 0 ? today : null));

function madeUpCase(partner: string, number: number, answeredOn: Day | null): KeptOmbudsmanCase {
  const random = randomOf(saltOf(partner), number);
  const receivedOn = addDays(FIRST_DAY, random.between(0, DAYS));
  const decided = answeredOn === null && random.chance(0.6) ? random.pick(DECISIONS) : null;
  const decidedOn = decided === null ? null : addDays(receivedOn, random.between(30, 150));
  const reference = `MADE UP ${saltOf(partner).toString(36).toUpperCase()} ${String(number).padStart(2, '0')}`;
  const found: Omit<KeptOmbudsmanCase, 'contentHash'> = {
    ...{ body: 'HOUSING', reference, referenceKey: reference.replaceAll(' ', '') },
    ...{ ourReference: `MADE-UP/${number}`, stream: null, streamWritten: partner, partner, receivedOn },
    replyDueOn: addDays(receivedOn, 28),
    replySentOn: answeredOn ?? (random.chance(0.8) ? addDays(receivedOn, random.between(5, 40)) : null),
    ...{
      decidedOn,
      decision: decided?.decision ?? null,
      upheld: decided?.upheld ?? null,
      lgscoDecision: null,
    },
    findings:
      decided === null ? [] : [{ issue: null, finding: decided.decision, category: decided.category }],
    remedies:
      decidedOn !== null && decided?.upheld === true
        ? [
            {
              text: random.pick(REMEDIES),
              dueOn: addDays(decidedOn, 28),
              doneOn: addDays(decidedOn, random.between(7, 40)),
            },
          ]
        : [],
  };
  return { ...found, contentHash: createHash('sha256').update(JSON.stringify(found)).digest('hex') };
}

const saltOf = (partner: string): number => createHash('sha256').update(partner).digest().readUInt32BE();
