import type { Identity } from '../../platform/identity/identity';
import { type TestPart, testPart } from '../../platform/testing/test-part';
import { subgraph } from './subgraph';

export type TestReviews = TestPart;

/** Noon of 29 November 2026, asked by an officer unless a question says otherwise. */
export const testReviews = (): Promise<TestReviews> =>
  testPart({ subgraph, today: '2026-11-29', person: { subject: 'olu', role: 'officer' } });

/** Ids of meetings and actions, as whoever writes one makes them. */
export const ID = '6d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e';
export const OTHER = '7d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e';
export const THIRD = '8d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e';

/** What came of a command, as far as tests look at it. */
export interface Came {
  readonly __typename: string;
  readonly code?: string;
  readonly part?: string;
  readonly version?: number;
  readonly state?: string;
  readonly [more: string]: unknown;
}

const literal = (value: unknown): string => JSON.stringify(value);
/** A value as GraphQL writes it; a text in capitals alone stands for a value of an enum. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, of]) => `${name}: ${written(of)}`)
      .join(', ')} }`;
  return typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value) ? value : literal(value);
}

export const PLAN = {
  ...{ stream: 'ADULTS', heldOn: '2021-09-30', chair: 'Head of complaints' },
  ...{ attendees: ['Head of adult social care'], notes: '' },
};
export const FIGURE = {
  ...{ part: 'BACKLOG', label: 'Open', count: 12, path: '/complaints?measure=OPEN', listed: ['adults-1'] },
};
export const AGENDA = { countedFrom: '2021-04-01', asAt: '2021-09-30', figures: [FIGURE] };
export const ACTION = {
  ...{ what: 'Answer the five oldest', owner: 'Head of adult social care', dueOn: '2021-10-31' },
  state: 'OPEN',
};

/** The commands of this part, for a part that is there once a test runs. */
export function reviewCommands(reviews: () => TestReviews) {
  const change = async (mutation: string, as: Partial<Identity> = {}) =>
    (await reviews().data<{ change: Came }>(`mutation { change: ${mutation} }`, as)).change;
  const unusable = '... on Refusal { code message }';
  const meeting = '... on ReviewMeeting { version state notes } ... on ReviewMeetingUnusable { part }';
  const changed = '... on ReviewMeetingChanged { meeting { version } }';
  const action = '... on AgreedAction { version state isOverdue } ... on AgreedActionUnusable { part }';
  return {
    save: (id: string, basedOnVersion: number, plan: object = PLAN, as: Partial<Identity> = {}) =>
      change(
        `saveReviewMeeting(id: "${id}", basedOnVersion: ${basedOnVersion}, plan: ${written(plan)}) {
           __typename ${unusable} ${meeting} ${changed} }`,
        as,
      ),
    close: (id: string, basedOnVersion: number, sent: object = {}, as: Partial<Identity> = {}) => {
      const { notes, agenda } = { notes: '', agenda: AGENDA, ...sent };
      return change(
        `closeReviewMeeting(id: "${id}", basedOnVersion: ${basedOnVersion}, notes: ${literal(notes)},
           agenda: ${written(agenda)}) { __typename ${unusable} ${meeting} ${changed} }`,
        as,
      );
    },
    agree: (id: string, basedOnVersion: number, more: object = {}, as: Partial<Identity> = {}) =>
      change(
        `saveAgreedAction(id: "${id}", basedOnVersion: ${basedOnVersion},
           action: ${written({ meetingId: ID, ...ACTION, ...more })}) {
           __typename ${unusable} ${action} ... on AgreedActionChanged { action { version state } } }`,
        as,
      ),
  };
}
