import { ELSEWHERE, elsewhereOf } from './elsewhere';

describe('what is no complaint', () => {
  it('has something to tell, and where that is written, each', () => {
    for (const { tell, laws } of Object.values(ELSEWHERE)) {
      expect(tell.join(' ').length).toBeGreaterThan(40);
      expect(laws.every(({ law, paragraph }) => law !== '' && paragraph !== '')).toBe(true);
    }
  });

  it('is not what a complaint is, nor a name of no kind', () => {
    expect([elsewhereOf('COMPLAINT'), elsewhereOf(''), elsewhereOf('toString')]).toEqual([null, null, null]);
    expect(elsewhereOf('INSURANCE')?.title).toBe('A claim for damage or injury');
  });
});
