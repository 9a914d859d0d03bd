import { toDay } from '../../domain/calendar/day';
import { applyEntry } from '../../domain/procedure/case-of';
import type { CaseState, StageOfCase } from '../../domain/procedure/case-state';
import type { Facts, FactsOf } from '../../domain/procedure/command';
import { fixedClock } from '../../platform/config/clock';
import type { Identity } from '../../platform/identity/identity';
import { opensByRole } from '../../platform/identity/roles';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import type { DataSource } from '../../platform/transaction/transaction';
import { inTransaction } from '../../platform/transaction/transaction';
import { caseLoaders, type StreamContext } from '../reading/loaders';
import type { StreamSubgraph } from '../stream/create-stream';
import type { LiveStage, Words } from './live-stage';
import type { NewParty } from './parties';
import type { CasePartyRow } from './tables';

/** A UUID that names a command of a test. */
export const keyOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Runs one operation of somebody on a stream as its server would: in one transaction, under their scope. */
export function asPerson<Result>(
  {
    stream,
    dataSource,
    today,
  }: { readonly stream: StreamSubgraph; readonly dataSource: DataSource; readonly today: string },
  person: Pick<Identity, 'subject' | 'role'> & Partial<Identity>,
  work: (context: StreamContext) => Promise<Result>,
): Promise<Result> {
  const who = { streams: [], services: [], partner: null, ...person };
  const identity: Identity = { ...who, scopes: opensByRole(who.role, who) };
  const scope = { subject: who.subject, role: who.role, streams: who.streams, services: who.services };
  return inTransaction(dataSource, scope, (transaction) => {
    const operation = {
      ...{ identity, transaction, requestId: 'test' },
      ...{ clock: fixedClock(today), auditSigner: testAuditSigner },
    };
    const installed = { openingMinutes: 60, authority: 'stockport', lettersApprovedFor: [] };
    return work({ ...operation, ...caseLoaders(operation, stream.stream, installed) });
  });
}

/** A complaint as it is recorded; tests name only what they are about. */
export const recorded = (facts: Partial<FactsOf<'record'>> = {}): FactsOf<'record'> => ({
  event: 'record',
  stage: 1,
  receivedOn: toDay('2026-05-11'),
  channel: 'Email',
  serviceId: 'highways',
  theme: 'Delay',
  consent: 'NOT_NEEDED',
  complainedAbout: [],
  hasDirectReason: false,
  callId: null,
  ...facts,
});

/** Somebody made up; tests name only what they are about. */
export const party = (of: Partial<NewParty> = {}): NewParty => ({
  kind: 'COMPLAINANT',
  ...{ person: null, relationship: null, title: null, forename: null, surname: null },
  ...{ email: null, telephone: null, address: null, postcode: null, born_on: null },
  ...of,
});

/** A live stage of a stream as something just happened to it; tests name only what they are about. */
export function aLiveStage({
  stream,
  stage = {},
  state = {},
  facts = recorded(),
  words = [],
  parties = [],
}: {
  readonly stream: string;
  readonly stage?: Partial<StageOfCase>;
  readonly state?: Partial<CaseState>;
  readonly facts?: Facts;
  readonly words?: readonly Words[];
  readonly parties?: readonly CasePartyRow[];
}): LiveStage {
  const entry = { place: 1, stage: 1, by: 'olu', at: '2026-05-11T12:00:00.000Z', facts: recorded() };
  const begun = applyEntry({ procedure: { stream, stages: [] }, state: null, entry });
  const [first] = begun.stages;
  if (first === undefined) throw new Error('A complaint begins with a stage.');
  return {
    ...{ words, parties, entry: { ...entry, facts } },
    stage: { ...first, ...stage },
    state: { ...begun, ...state },
  };
}
