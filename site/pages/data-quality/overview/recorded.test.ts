import { recordedLines } from './recorded';

const line = {
  ...{ stream: 'CORPORATE' as const, name: 'escalated_to_stage_2', measure: 'ESCALATED' as const },
  ...{ stage: 2, from: '2019-04-01', to: null, granularity: 'DAY' as const },
};

describe('what was recorded, and when', () => {
  it('is told in words, and by which spans it can be trusted', () => {
    const ended = { ...line, stage: null, to: '2021-03-31', granularity: 'YEAR' as const };
    expect(recordedLines([line, ended])).toEqual([
      {
        ...{ name: 'Escalated to stage 2', of: 'Corporate, stage 2', note: '' },
        days: 'Since 1 April 2019',
      },
      {
        ...{ name: 'Escalated to stage 2', of: 'Corporate', note: 'By whole financial years alone' },
        days: '1 April 2019 to 31 March 2021',
      },
    ]);
  });
});
