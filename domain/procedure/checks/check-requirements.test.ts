import { checkLiveProcedure } from '../check-live-procedure';
import type { LiveProcedure } from '../stage-version';
import { requiring, stage1, withStage1 } from '../testing/planted-procedure';

describe('the requirements of a procedure', () => {
  it.each<readonly [string, LiveProcedure, string]>([
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
});
