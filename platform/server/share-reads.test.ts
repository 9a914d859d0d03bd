import { shareReads } from './share-reads';

/** A read that ends when it is told to. */
function heldRead() {
  const ends: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const read = jest.fn(() => new Promise<number>((resolve, reject) => ends.push({ resolve, reject })));
  return { read, ends };
}

describe('a shared read', () => {
  it('is made once for all who ask while another is under way, and after they asked', async () => {
    const { read, ends } = heldRead();
    const shared = shareReads(read);
    const first = shared();
    const later = [shared(), shared(), shared()];
    expect(read).toHaveBeenCalledTimes(1);
    ends[0]?.resolve(1);
    expect(await first).toBe(1);
    await new Promise(setImmediate);
    expect(read).toHaveBeenCalledTimes(2);
    ends[1]?.resolve(2);
    expect(await Promise.all(later)).toEqual([2, 2, 2]);
  });

  it('is made anew for who asks when none is under way', async () => {
    let value = 0;
    const shared = shareReads(async () => {
      value += 1;
      return value;
    });
    expect([await shared(), await shared()]).toEqual([1, 2]);
  });

  it('fails for those who waited for it, and not for the next', async () => {
    const { read, ends } = heldRead();
    const shared = shareReads(read);
    const failing = shared();
    const waiting = shared();
    ends[0]?.reject(new Error('gone'));
    await expect(failing).rejects.toThrow('gone');
    await new Promise(setImmediate);
    ends[1]?.resolve(7);
    expect(await waiting).toBe(7);
  });
});
