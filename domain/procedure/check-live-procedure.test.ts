import { toDay } from '../calendar/day';
import { checkLiveProcedure } from './check-live-procedure';

import type { EventRule, LimitRule, LiveProcedure, Requirement, StageVersion } from './stage-version';
import { PROCEDURES } from './testing/live-case';

const { childrens } = PROCEDURES;
const [stage1, stage2, stage3] = childrens.stages as readonly [StageVersion, StageVersion, StageVersion];

/** The children's procedure with something changed in its first stage. */
const withStage1 = (changes: Partial<StageVersion>): LiveProcedure => ({
  ...childrens,
  stages: [{ ...stage1, ...changes }, stage2, stage3],
});
const events = (change: (rule: EventRule) => EventRule | readonly EventRule[]): LiveProcedure =>
  withStage1({ events: stage1.events.flatMap(change) });
const limits = (change: (limit: LimitRule) => Partial<LimitRule>): LiveProcedure =>
  withStage1({ limits: stage1.limits.map((limit) => ({ ...limit, ...change(limit) })) });
const of = (event: EventRule['event'], changes: Partial<EventRule>) => (rule: EventRule) =>
  rule.event === event ? { ...rule, ...changes } : rule;
const without = (event: EventRule['event']) => (rule: EventRule) => (rule.event === event ? [] : [rule]);
const named = (name: string, changes: Partial<LimitRule>) => (limit: LimitRule) =>
  limit.name === name ? changes : {};
const requiring = (requirement: Omit<Requirement, 'source'>): LiveProcedure =>
  withStage1({ requirements: [...stage1.requirements, { ...requirement, source: stage1.source }] });
const blank = { ...stage1.source, paragraph: ' ' };
const open = { title: 'Lost', waitsFor: 'TEAM', isEnded: false } as const;

describe('checkLiveProcedure', () => {
  it.each(Object.values(PROCEDURES))(
    'finds nothing wrong with a procedure as it is: $stream',
    (procedure) => {
      expect(checkLiveProcedure(procedure)).toEqual([]);
    },
  );

  it('finds a stream sound that works on nothing here', () => {
    expect(checkLiveProcedure({ stream: 'none', stages: [] })).toEqual([]);
  });

  it.each<readonly [string, LiveProcedure, string]>([
    [
      'an unknown state that an event stands in',
      events(of('note', { from: ['LOST'] })),
      'the event note stands in LOST, which is no state of it',
    ],
    [
      'an unknown state that an event leads to',
      events(of('answer', { leads: { state: 'LOST' } })),
      'the event answer leads to LOST, which is no state of it',
    ],
    ['an unknown beginning', withStage1({ begins: 'LOST' }), 'it begins in LOST, which is no state of it'],
    [
      'an unreachable state',
      withStage1({ states: [...stage1.states, { name: 'LOST', ...open }] }),
      'no way leads to the state LOST',
    ],
    ['an end that nothing ends in', events(without('withdraw')), 'no event ends it in the state WITHDRAWN'],
    [
      'a dead end',
      events((rule) =>
        rule.event === 'note' || rule.event === 'acknowledge' || rule.event === 'record'
          ? rule
          : { ...rule, from: rule.from.filter((name) => name !== 'ACKNOWLEDGED' && name !== 'SUSPENDED') },
      ),
      'the state ACKNOWLEDGED is a dead end: nothing leads from it to an end',
    ],
    [
      'a state twice',
      withStage1({ states: [...stage1.states, { name: 'RECEIVED', ...open }] }),
      'two states are named RECEIVED',
    ],
    ['an event without a role', events(of('accept', { roles: [] })), 'the event accept is open to no role'],
    [
      'two rules for one',
      events((rule) => (rule.event === 'answer' ? [rule, rule] : rule)),
      'two rules hold for the event answer in ACKNOWLEDGED for officer',
    ],
    [
      'two ways from one',
      events((rule) =>
        rule.event === 'answer'
          ? [
              { ...rule, roles: ['officer'] },
              { ...rule, roles: ['manager'], leads: { state: 'WITHDRAWN' } },
            ]
          : rule,
      ),
      'two ways lead on from the event answer in ACKNOWLEDGED',
    ],
    [
      'an event after the end',
      events(of('assign', { from: ['ANSWERED'] })),
      'the event assign stands in ANSWERED, in which the stage is over',
    ],
    [
      'an event that no procedure opens',
      events(of('note', { event: 'redate' })),
      'the event redate is not for a procedure to open',
    ],
    [
      'an end that is none',
      events(of('withdraw', { leads: { state: 'ACKNOWLEDGED' } })),
      'the event withdraw leads to ACKNOWLEDGED, though it ends the stage',
    ],
    [
      'no end that ends',
      events(of('acknowledge', { leads: { state: 'ANSWERED' } })),
      'the event acknowledge leads to ANSWERED, though it ends no stage',
    ],
    [
      'a note that moves it',
      events(of('note', { leads: { state: 'ACKNOWLEDGED' } })),
      'the event note moves the complaint, which it must not',
    ],
    [
      'a way back that is none',
      events(of('accept', { leads: 'PREVIOUS' })),
      'the event accept leads back, which resuming from SUSPENDED alone does',
    ],
    [
      'suspending without resuming',
      events(without('resume')),
      'it has the state SUSPENDED, but nothing resumes it',
    ],
    [
      'resuming without suspending',
      events(without('suspend')),
      'it has the state SUSPENDED, but nothing suspends it',
    ],
    [
      'escalation without a next stage',
      withStage1({ next: ['LGSCO'] }),
      'it can be escalated, but no stage follows it',
    ],
    [
      'a next stage without escalation',
      events(without('escalate')),
      'a stage follows it, but nothing escalates it',
    ],
    [
      'a next stage that is none',
      withStage1({ next: [2, 4] }),
      'it leads on to 4, which is no stage that follows it',
    ],
    ['nowhere to go', withStage1({ next: [] }), 'it does not say where the complainant may go from it'],
    ['no record', events(without('record')), 'nothing records a complaint at it'],
    [
      'a limit without a paragraph',
      limits(named('ANSWER', { source: blank })),
      `the limit ANSWER names no paragraph of ${blank.law}`,
    ],
    [
      'a limit without a law',
      limits(named('ANSWER', { source: { ...blank, law: '' } })),
      'the limit ANSWER names no law',
    ],
    [
      'a limit of no days',
      limits(named('ANSWER', { within: { count: 0, unit: 'WORKING_DAY' } })),
      'the limit ANSWER must be a whole number above 0, not 0',
    ],
    ['a limit twice', limits(named('ANSWER', { name: 'ACKNOWLEDGE' })), 'two limits are named ACKNOWLEDGE'],
    [
      'a start by a limit that is none',
      limits(named('ANSWER', { starts: { with: 'acknowledged', byLimit: 'NONE' } })),
      'the limit ANSWER starts by the limit NONE, which it does not have',
    ],
    [
      'a start in a circle',
      limits((limit) => ({
        starts: { with: 'received', byLimit: limit.name === 'ANSWER' ? 'ACKNOWLEDGE' : 'ANSWER' },
      })),
      'the limit ANSWER starts by itself, in a circle',
    ],
    [
      'a start by another’s limit',
      limits(named('ANSWER', { starts: { with: 'statementAgreed', byLimit: 'ACKNOWLEDGE' } })),
      'the limit ANSWER starts by the limit ACKNOWLEDGE, which is not the limit of what starts it',
    ],
    [
      'a limit that nothing meets',
      limits(named('ANSWER', { metBy: 'panelReported' })),
      'the limit ANSWER waits for reportPanel, which cannot happen',
    ],
    [
      'a pause that cannot be',
      limits(named('ANSWER', { pausedBy: ['SAFEGUARDING'] })),
      'the limit ANSWER is paused by SAFEGUARDING, on which nothing is suspended',
    ],
    [
      'a plan that nobody agrees',
      limits(named('ANSWER', { isPlanned: true })),
      'the limit ANSWER can be planned, but nothing agrees a plan',
    ],
    [
      'an extension that nobody makes',
      events(without('extend')),
      'the limit ANSWER can be extended, but nothing extends it',
    ],
    [
      'a requirement of an event that is none',
      requiring({ event: 'settle', needs: { kind: 'NEXT_WORKING_DAY', channels: ['phone'] } }),
      'the requirement NEXT_WORKING_DAY is of settle, which cannot happen',
    ],
    [
      'a requirement at the wrong event',
      requiring({ event: 'note', needs: { kind: 'GROUNDS', grounds: ['ADVOCATE'] } }),
      'the requirement GROUNDS cannot be checked at note',
    ],
    [
      'a requirement about a limit that is none',
      requiring({ event: 'escalate', needs: { kind: 'WITHIN_LIMIT', limit: 'NONE' } }),
      'the requirement WITHIN_LIMIT of escalate is about the limit NONE, which it does not have',
    ],
    [
      'a requirement about a state that is none',
      requiring({ event: 'escalate', needs: { kind: 'LIMIT_MISSED', limit: 'ANSWER', inStates: ['LOST'] } }),
      'the requirement LIMIT_MISSED of escalate is about the state LOST, which it does not have',
    ],
    [
      'appointments that nobody can make',
      requiring({ event: 'answer', needs: { kind: 'APPOINTMENTS', appointments: ['INDEPENDENT_PERSON'] } }),
      'the requirement APPOINTMENTS of answer needs people whom nobody can appoint',
    ],
    [
      'a plan that is wanted and that nobody agrees',
      requiring({ event: 'answer', needs: { kind: 'PLAN' } }),
      'the requirement PLAN of answer needs what nothing agrees',
    ],
    [
      'suspension without grounds',
      withStage1({ requirements: stage1.requirements.filter(({ event }) => event !== 'suspend') }),
      'it can be suspended, but does not say on which grounds',
    ],
  ])('finds %s', (_what, procedure, sentence) => {
    expect(checkLiveProcedure(procedure)).toContain(`childrens: stage 1 from 2006-09-01: ${sentence}.`);
  });

  it.each<readonly [string, readonly StageVersion[], string]>([
    ['a gap', [stage1, stage3], 'stage 2 is missing, though stage 3 is there'],
    ['stages out of order', [stage2, stage1, stage3], 'stage 1 from 2006-09-01: stages must stand in order'],
    [
      'two versions of one day',
      [stage1, stage1, stage2, stage3],
      'stage 1 from 2006-09-01: two versions come into force on one day',
    ],
    [
      'versions out of order',
      [stage1, { ...stage1, inForceFrom: toDay('2005-01-01') }, stage2, stage3],
      'stage 1 from 2005-01-01: versions must stand in order of their days',
    ],
    [
      'a stage that is none',
      [{ ...stage1, stage: 0 }, stage1, stage2, stage3],
      'stage 0 is no stage: they are whole numbers from 1',
    ],
    [
      'a direct beginning without a reason',
      [
        stage1,
        {
          ...stage2,
          events: [
            ...stage2.events,
            { event: 'record', from: [], leads: { state: 'RECEIVED' }, roles: ['officer'], source: null },
          ],
        },
        stage3,
      ],
      'stage 2 from 2006-09-01: a complaint can begin at it, but no reason is asked for',
    ],
  ])('finds %s', (_what, stages, sentence) => {
    expect(checkLiveProcedure({ ...childrens, stages })).toContain(`childrens: ${sentence}.`);
  });
});
