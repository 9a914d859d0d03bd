import { lostView, lostWords, statusOf } from './lost';

describe('a page whose figures cannot be had', () => {
  it('is none that a script or a watch takes for one with figures, and looks for them by itself', () => {
    expect(statusOf({ isLost: true })).toBe(503);
    expect(lostView({ isLost: true })).toEqual({ isLost: true, refreshSeconds: 20 });
    expect(statusOf({ isLost: false })).toBe(200);
    expect(lostView({ isLost: false })).toEqual({ isLost: false, refreshSeconds: null });
  });

  it('says when it was last told how far the records reach, if ever', () => {
    const source = {
      ...{ source: 'crm', stream: 'CORPORATE' as const, from: null },
      ...{ to: '2021-09-30', loadedAt: null },
    };
    expect(lostWords({ asAt: '2021-09-30', sources: [source] })).toBe(
      'How far the records reach cannot be told right now; when it was last told, figures stood as at 30 September 2021.',
    );
    expect(lostWords({ asAt: '2026-11-30', sources: [] })).toBe(
      'How far the records reach cannot be told right now.',
    );
  });
});
