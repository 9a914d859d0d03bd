import { checkLiveProcedure } from '../check-live-procedure';
import type { LiveProcedure } from '../stage-version';
import { events, limits, named, without } from '../testing/planted-procedure';

describe('the limits of a procedure', () => {
  it.each<readonly [string, LiveProcedure, string]>([
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
  ])('finds %s', (_what, procedure, sentence) => {
    expect(checkLiveProcedure(procedure)).toContain(`childrens: stage 1 from 2006-09-01: ${sentence}.`);
  });
});
