import { onwardsOf } from './onwards';

const ASKED = { name: 'NEXT_STAGE', stage: 1, dueOn: '2026-07-03' };

describe('where a complainant may go', () => {
  it('is the next stage, with the day until which it may be asked for', () => {
    expect(onwardsOf({ state: 'ANSWERED', stage: 1 }, [ASKED], ['stage 2'])).toBe(
      'stage 2, asked for by 3 July 2026',
    );
    expect(onwardsOf({ state: 'ANSWERED', stage: 1 }, [{ ...ASKED, dueOn: null }], ['stage 2'])).toBe(
      'stage 2',
    );
  });

  it('is outside the council after the last stage, whatever day was set before', () => {
    expect(onwardsOf({ state: 'ANSWERED', stage: 2 }, [ASKED], ['an ombudsman', 'another'])).toBe(
      'an ombudsman, or another',
    );
  });

  it('is nowhere before there is an answer, or where the procedure cannot be had', () => {
    expect(onwardsOf({ state: 'ACKNOWLEDGED', stage: 1 }, [ASKED], ['stage 2'])).toBeNull();
    expect(onwardsOf({ state: 'ANSWERED', stage: 1 }, [ASKED], [])).toBeNull();
  });
});
