import { callsCounted as callsCountedEvent } from '../../../contracts/events/calls-counted';
import type { ComplaintChanged, StageFact } from '../../../contracts/events/complaint-changed';
import { complaintChanged as complaintChangedEvent } from '../../../contracts/events/complaint-changed';
import type {
  OmbudsmanCaseChanged,
  OmbudsmanCaseRemoved,
} from '../../../contracts/events/ombudsman-case-changed';
import { ombudsmanCaseChanged as ombudsmanCaseChangedEvent } from '../../../contracts/events/ombudsman-case-changed';
import { ombudsmanDescribed } from '../../../contracts/events/ombudsman-described';
import type { SourceReached } from '../../../contracts/events/source-reached';
import { sourceReached as sourceReachedEvent } from '../../../contracts/events/source-reached';
import type { StreamDescribed } from '../../../contracts/events/stream-described';
import { streamDescribed as streamDescribedEvent } from '../../../contracts/events/stream-described';
import { fixedClock } from '../../../platform/config/clock';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import { testAuditSigner } from '../../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { type Context, operation } from '../context';
import { facts } from '../facts/follower';
import { subgraph } from '../subgraph';

/** The day on which the tests' clock stands. */
export const TODAY = '2021-10-15';

/** A database of the test's own with insight's schema. */
export const insightDatabase = (): Promise<TestDatabase> => testDatabase([subgraph]);

const clock = fixedClock(TODAY);

/** Applies events as the relay would: one batch, in the projection's scope. */
export function project(database: TestDatabase, events: readonly PlacedEvent[]): Promise<void> {
  return inTransaction(database.of('insight'), { subject: 'projection', role: 'projection' }, (transaction) =>
    facts.apply(transaction, events, clock),
  );
}

/** Empties all that was projected. */
export function clearFacts(database: TestDatabase): Promise<void> {
  return inTransaction(database.of('insight'), { subject: 'projection', role: 'projection' }, (transaction) =>
    facts.reset(transaction),
  );
}

/** Asks as one caller, in one operation. */
export function ask<Answer>(
  database: TestDatabase,
  question: (context: Context) => Promise<Answer>,
  { smallNumbersBelow, ...caller }: { role: string; partner?: string; smallNumbersBelow?: number } = {
    role: 'analyst',
  },
): Promise<Answer> {
  return inTransaction(database.of('insight'), { subject: 'test', ...caller }, (transaction) => {
    const context = {
      identity: {
        subject: 'test',
        scopes: [],
        streams: [],
        services: [],
        partner: null,
        smallNumbersBelow,
        ...caller,
      },
      clock,
      requestId: 'test',
      auditSigner: testAuditSigner,
      transaction,
    };
    return question({ ...context, ...operation(context) });
  });
}

/** When the events of tests were published. */
const PUBLISHED_AT = new Date('2021-10-15T08:00:00Z');

/** An event in its place; the projection does not look at the place. */
export function event(kind: string, version: number, payload: unknown, at = PUBLISHED_AT): PlacedEvent {
  return { kind, version, payload, at, subject: 'test', position: { xid: '1', id: '1' } };
}

/** A stage; what is not given is the plainest there is. */
export function stage(given: Partial<StageFact> & Pick<StageFact, 'id' | 'receivedOn'>): StageFact {
  return {
    ...{ acknowledgedOn: null, acknowledgeBy: null, daysToAnswer: null, ended: false, closedOn: null },
    number: 1,
    reference: given.id,
    dueOn: null,
    answeredOn: null,
    route: null,
    outcome: null,
    closureReason: null,
    serviceId: null,
    directorateId: null,
    theme: null,
    channel: null,
    ...given,
  };
}

/** What a stream publishes of a complaint. It is open unless a closing day is given. */
export function complaintChanged(
  given: Partial<ComplaintChanged> & Pick<ComplaintChanged, 'id' | 'stages'>,
  version = 1,
  at = PUBLISHED_AT,
): PlacedEvent {
  const closedOn = given.closedOn ?? null;
  const stream = given.id.slice(0, given.id.indexOf('-')).toUpperCase();
  const status = closedOn === null ? 'OPEN' : 'CLOSED';
  const payload = { authority: 'stockport', stream, status, closedOn, ...given };
  return event(complaintChangedEvent.kind, version, payload, at);
}

/** How a stream describes itself. */
export function streamDescribed(
  given: Partial<StreamDescribed> & Pick<StreamDescribed, 'stream'>,
  version = 1,
): PlacedEvent {
  const id = given.stream.toLowerCase();
  return event(streamDescribedEvent.kind, version, {
    stages: [
      { number: 1, onlyByEscalation: false },
      { number: 2, onlyByEscalation: false },
    ],
    report: { id, title: id, samePeriodOfYearsBefore: false, rows: [] },
    ...given,
  });
}

/** How the ombudsmen's part describes itself. */
export function ombudsmenDescribed(version = 1): PlacedEvent {
  const rows = [{ label: 'Upheld by the LGSCO', measure: 'upheldByOmbudsman' as const, stage: null }];
  return event(ombudsmanDescribed.kind, version, {
    report: { id: 'ombudsman-upheld', title: 'Ombudsmen', samePeriodOfYearsBefore: false, rows },
  });
}

/** What is published of an ombudsman's case; what is not given is the plainest there is. */
export function ombudsmanCase(
  given: Partial<OmbudsmanCaseChanged> & Pick<OmbudsmanCaseChanged, 'id' | 'receivedOn'>,
): OmbudsmanCaseChanged {
  return {
    ...{ authority: 'stockport', body: 'LGSCO', reference: given.id, stream: 'CORPORATE', partner: null },
    ...{ decidedOn: null, upheld: null, complaintId: null, remedies: [] },
    ...given,
  };
}

/** The event of an ombudsman's case. */
export const ombudsmanCaseChanged = (given: Parameters<typeof ombudsmanCase>[0], version = 1): PlacedEvent =>
  event(ombudsmanCaseChangedEvent.kind, version, ombudsmanCase(given));

/** The event that such a case was removed. */
export const ombudsmanCaseTakenBack = (id: string, version: number): PlacedEvent => {
  const payload: OmbudsmanCaseRemoved = { id, authority: 'stockport', takenBack: true };
  return event(ombudsmanCaseChangedEvent.kind, version, payload);
};

/** What telephony publishes of the calls of a day: none where they were removed. */
export function callsCounted({ day, calls }: { day: string; calls: number }, version = 1): PlacedEvent {
  const groups = [
    { group: 'Complaints', calls: calls - 1 },
    { group: null, calls: 1 },
  ].filter((one) => calls > 0 && one.calls > 0);
  return event(callsCountedEvent.kind, version, { authority: 'stockport', day, groups });
}

/** What directory publishes of a service. */
export function serviceNamed(
  given: {
    id: string;
    name: string;
    formerNames?: readonly string[];
    directorateId?: string;
    directorate?: string;
  },
  version = 1,
): PlacedEvent {
  const usual = { formerNames: [], directorateId: 'place', directorate: 'Services to Place' };
  return event('service-named', version, { ...usual, ...given });
}

/** What intake publishes of the days that a source's records speak of. */
export function sourceReached(
  given: Omit<SourceReached, 'loadedAt'> & Partial<SourceReached>,
  version = 1,
): PlacedEvent {
  return event(sourceReachedEvent.kind, version, { loadedAt: null, ...given });
}

/** What intake publishes of one line of the coverage list. */
export function coverageRecorded(
  given: {
    stream: string;
    measure: string;
    recordedFrom: string;
    recordedTo?: string;
    granularity?: 'day' | 'year';
    takenBack?: true;
  },
  version = 1,
): PlacedEvent {
  return event('coverage-recorded', version, { recordedTo: null, granularity: 'day', ...given });
}
