import { toDay } from '../calendar/day';
import { months, OFFICERS, openState, workingDays } from './good-order';
import type { EventRule, LimitRule, Requirement, StageVersion } from './stage-version';
import {
  leadsInWords,
  limitInWords,
  nextInWords,
  requirementInWords,
  sourceWithBasis,
  spanInWords,
} from './words';

const SOURCE = { law: 'A law', paragraph: 'section 1', basis: 'STATUTE' } as const;
const limit = (given: Partial<LimitRule> = {}): LimitRule => ({
  ...{ name: 'ANSWER', title: 'Answer it', starts: { with: 'received' }, metBy: 'answered' },
  ...{ within: workingDays(10), extension: null, pausedBy: [], source: SOURCE, ...given },
});
const needs = (given: Requirement['needs']) =>
  requirementInWords({ event: 'answer', needs: given, source: SOURCE });
const version: StageVersion = {
  ...{ stage: 1, inForceFrom: toDay('2000-01-01'), title: 'Stage 1', answeredBy: 'Somebody', source: SOURCE },
  ...{ begins: 'RECEIVED', states: [openState('RECEIVED', 'Received', 'TEAM')], events: [], limits: [] },
  ...{ requirements: [], next: [2, 'LGSCO'] },
};
const leads = (to: EventRule['leads']) =>
  leadsInWords({ event: 'note', from: ['RECEIVED'], leads: to, roles: OFFICERS, source: null }, version);

describe('a limit in words', () => {
  it.each<[Partial<LimitRule>, string]>([
    [{}, 'within 10 working days of receipt'],
    [{ within: months(1) }, 'within 1 month of receipt'],
    [
      { starts: { with: 'statementAgreed', orElse: 'received' } },
      'within 10 working days of the day the statement of complaint was agreed, or else of receipt',
    ],
    [
      { starts: { with: 'acknowledged', byLimit: 'ACKNOWLEDGE', lateBuysNoTime: true } },
      'within 10 working days of the acknowledgement; a late start buys no time',
    ],
    [{ isPlanned: true }, 'within 10 working days of receipt; or by the day agreed in the plan'],
    [
      { extension: { by: workingDays(10), isPassableForGoodReason: true, source: SOURCE } },
      'within 10 working days of receipt; up to 10 working days more, once, and longer or again for a good reason',
    ],
    [
      { extension: { by: null, isPassableForGoodReason: false, source: SOURCE } },
      'within 10 working days of receipt; longer where that is agreed before it runs out',
    ],
    [
      { pausedBy: ['ADVOCATE', 'PROCEEDINGS'] },
      'within 10 working days of receipt; paused by the arranging of an advocate or proceedings',
    ],
  ])('says how long, from what, and what changes it: %j', (given, expected) => {
    expect(limitInWords(limit(given))).toBe(expected);
  });

  it('says one of a unit as one', () => expect(spanInWords(workingDays(1))).toBe('1 working day'));
});

describe('what an event needs, in words', () => {
  it.each<[Requirement['needs'], string]>([
    [{ kind: 'CONSENT' }, 'the person concerned agrees, where somebody else complains'],
    [
      { kind: 'APPOINTMENTS', appointments: ['INVESTIGATING_OFFICER', 'INDEPENDENT_PERSON'] },
      'an investigating officer and an independent person appointed',
    ],
    [{ kind: 'OTHER_PERSON', than: 'EARLIER_STAGES' }, 'somebody who did not handle an earlier stage'],
    [
      { kind: 'PANEL', members: 3, isFreeOf: ['INDEPENDENT_PERSON'] },
      '3 members, none of whom was an independent person',
    ],
    [{ kind: 'PANEL', members: 3, isFreeOf: [] }, '3 members'],
    [{ kind: 'FINDINGS' }, 'a finding for each element'],
    [{ kind: 'PLAN' }, 'a plan that was agreed'],
    [{ kind: 'WITHIN_LIMIT', limit: 'NEXT_STAGE' }, 'asked for in time, or a reason for taking it late'],
    [
      { kind: 'LIMIT_MISSED', limit: 'ANSWER', inStates: ['RECEIVED'] },
      'before an answer only where the answer is late',
    ],
    [
      { kind: 'NEXT_WORKING_DAY', channels: ['phone'] },
      'made by word of mouth, and settled by the next working day',
    ],
    [{ kind: 'GROUNDS', grounds: ['PROCEEDINGS'] }, 'a ground: proceedings'],
    [{ kind: 'DIRECT_REASON' }, 'a reason for beginning here'],
  ])('%j', (given, expected) => expect(needs(given)).toBe(expected));
});

it('where an event leads is said by the title of the state', () => {
  expect([leads('SAME'), leads('PREVIOUS'), leads({ stage: 2 }), leads({ state: 'RECEIVED' })]).toEqual([
    'as it is',
    'as it was before',
    'stage 2',
    'Received',
  ]);
});

it('where the complainant may go is said by name', () => {
  expect(nextInWords(version)).toEqual(['stage 2', 'the Local Government and Social Care Ombudsman']);
});

it('a source says what it is', () => {
  expect(sourceWithBasis(SOURCE)).toBe('A law, section 1 (the law)');
});
