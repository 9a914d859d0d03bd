import { judgeAmong } from './judge-among';

const usual = [
  { count: 35, of: 50 },
  { count: 30, of: 40 },
  { count: 21, of: 30 },
  { count: 45, of: 60 },
  { count: 26, of: 40 },
];

describe('who stands out among others', () => {
  it('is one whose share is far from that of all the others together', () => {
    const judged = judgeAmong([...usual, { count: 12, of: 40 }]);
    expect(judged.map((each) => each?.isSignal)).toEqual([...usual.map(() => false), true]);
    expect(judged.at(-1)).toMatchObject({ others: { count: 157, of: 220 } });
  });

  it('is nobody small: a share of a few can be anything', () => {
    expect(judgeAmong([...usual, { count: 0, of: 6 }]).at(-1)).toBeNull();
  });

  it('is nobody where all differ anyhow', () => {
    const wild = [5, 45, 12, 48, 20, 8, 40].map((count) => ({ count, of: 50 }));
    expect(judgeAmong(wild).some((each) => each?.isSignal)).toBe(false);
  });

  it('is not asked of fewer than five', () => {
    expect(judgeAmong(usual.slice(0, 4))).toEqual([null, null, null, null]);
  });
});
