import { checkLiveProcedure } from '../check-live-procedure';
import type { LiveProcedure } from '../stage-version';
import { events, open, stage1, without, withStage1 } from '../testing/planted-procedure';

describe('the states of a procedure', () => {
  it.each<readonly [string, LiveProcedure, string]>([
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
  ])('finds %s', (_what, procedure, sentence) => {
    expect(checkLiveProcedure(procedure)).toContain(`childrens: stage 1 from 2006-09-01: ${sentence}.`);
  });
});
