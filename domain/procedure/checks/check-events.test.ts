import { checkLiveProcedure } from '../check-live-procedure';
import type { LiveProcedure } from '../stage-version';
import { events, of, without, withStage1 } from '../testing/planted-procedure';

describe('the events of a procedure', () => {
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
      'escalation without a next stage',
      withStage1({ next: ['LGSCO'] }),
      'it can be escalated, but no stage follows it',
    ],
    [
      'a next stage without escalation',
      events(without('escalate')),
      'a stage follows it, but nothing escalates it',
    ],
    ['no record', events(without('record')), 'nothing records a complaint at it'],
  ])('finds %s', (_what, procedure, sentence) => {
    expect(checkLiveProcedure(procedure)).toContain(`childrens: stage 1 from 2006-09-01: ${sentence}.`);
  });
});
