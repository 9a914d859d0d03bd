import { createHold } from './hold-slot';

describe('a slot that is held', () => {
  const held = () => {
    const release = jest.fn();
    return { release, ...createHold(release) };
  };

  it('is released once, however often it is freed', () => {
    const { release, freeSlot } = held();
    expect(release).not.toHaveBeenCalled();
    freeSlot();
    freeSlot();
    expect(release).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['done', () => Promise.resolve()],
    ['failed', () => Promise.reject(new Error('no answer'))],
  ])('waits for what was counted as the caller’s, until that is %s', async (_, work) => {
    const { release, freeSlot, holdSlot } = held();
    const waiting = new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    holdSlot(waiting.then(work));
    freeSlot();
    freeSlot();
    expect(release).not.toHaveBeenCalled();
    await waiting;
    await new Promise(setImmediate);
    expect(release).toHaveBeenCalledTimes(1);
  });

  it('is not released by what is done before the answer is over', async () => {
    const { release, freeSlot, holdSlot } = held();
    holdSlot(Promise.resolve());
    await new Promise(setImmediate);
    expect(release).not.toHaveBeenCalled();
    freeSlot();
    expect(release).toHaveBeenCalledTimes(1);
  });
});
