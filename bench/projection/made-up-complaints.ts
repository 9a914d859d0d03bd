import type { ComplaintChanged, StageFact } from '../../contracts/events/complaint-changed';
import { OUTCOMES } from '../../domain/findings';

const FIRST_DAY = Date.UTC(2016, 3, 1);
const DAYS = 2_191;
const DAY_MILLIS = 86_400_000;
const SERVICES = 60;
const THEMES = 24;
const CHANNELS = 6;
const LIMIT_DAYS = 14;

/** How far `answeredLater` days move an answer, and among how many complaints, in the order of their days, this one is. */
interface MadeUpAmong {
  readonly of: number;
  readonly answeredLater: number;
}

/** A complaint made up of its number alone, in the order of its day over six years; one in eight with a second stage. */
export function madeUpComplaint(place: number, { of, answeredLater }: MadeUpAmong): ComplaintChanged {
  const received = Math.floor((place * DAYS) / of);
  const took = (place % 40) + answeredLater;
  const first = stage({ place, number: 1, received, took });
  const goesOn = place % 8 === 0;
  const stages = goesOn
    ? [first, stage({ place, number: 2, received: received + took + 10, took })]
    : [first];
  return {
    ...{ id: `corporate-made-${place}`, authority: 'stockport', stream: 'CORPORATE', status: 'CLOSED' },
    closedOn: stages.at(-1)?.closedOn ?? null,
    stages,
  };
}

interface MadeUp {
  readonly place: number;
  readonly number: number;
  /** Days after the first of all. */
  readonly received: number;
  readonly took: number;
}

function stage({ place, number, received, took }: MadeUp): StageFact {
  const answeredOn = day(received + took);
  return {
    ...{ id: `corporate-made-${place}-${number}`, number, reference: `M-${place}-${number}` },
    ...{
      receivedOn: day(received),
      acknowledgedOn: day(received + (place % 5)),
      acknowledgeBy: day(received + 7),
    },
    ...{ dueOn: day(received + LIMIT_DAYS), answeredOn, closedOn: answeredOn, ended: true },
    daysToAnswer: Math.floor((took * 5) / 7),
    route: number === 1 ? null : 'ESCALATED',
    outcome: OUTCOMES[place % OUTCOMES.length] ?? null,
    closureReason: 'ANSWERED',
    ...{ serviceId: `made-${place % SERVICES}`, directorateId: null },
    ...{ theme: `Theme ${place % THEMES}`, channel: `Channel ${place % CHANNELS}` },
  };
}

const day = (after: number): string => new Date(FIRST_DAY + after * DAY_MILLIS).toISOString().slice(0, 10);
