import { answerLimits } from './limits';
import { CODE_STAGE_1 } from './sources';

const of = (from: 'received' | 'acknowledged') =>
  answerLimits({ acknowledgeIn: 5, answerIn: 10, from, sources: CODE_STAGE_1 });

describe('the limits of a corporate stage', () => {
  it('begin to count the answer with the receipt, or with an acknowledgement of which a late one buys no time', () => {
    expect([of('received')[1]?.starts, of('acknowledged')[1]?.starts]).toEqual([
      { with: 'received' },
      { with: 'acknowledged', byLimit: 'ACKNOWLEDGE', lateBuysNoTime: true },
    ]);
  });

  it('let the answer be extended by as much again, and the acknowledgement not at all', () => {
    expect(of('received').map(({ extension }) => extension?.by ?? null)).toEqual([
      null,
      { count: 10, unit: 'WORKING_DAY' },
    ]);
  });
});
