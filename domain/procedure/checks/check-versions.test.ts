import { toDay } from '../../calendar/day';
import { checkLiveProcedure } from '../check-live-procedure';
import type { LiveProcedure, StageVersion } from '../stage-version';
import { childrens, stage1, stage2, stage3, withStage1 } from '../testing/planted-procedure';

describe('the order of stages and versions', () => {
  it.each<readonly [string, LiveProcedure, string]>([
    [
      'a next stage that is none',
      withStage1({ next: [2, 4] }),
      'it leads on to 4, which is no stage that follows it',
    ],
    ['nowhere to go', withStage1({ next: [] }), 'it does not say where the complainant may go from it'],
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
