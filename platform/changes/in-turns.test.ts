import { setTimeout as wait } from 'node:timers/promises';
import { inTurns } from './in-turns';

describe('work in turns', () => {
  /** Work that goes on until it is let go, and is counted. */
  const work = () => {
    const goes: (() => void)[] = [];
    let begun = 0;
    return {
      begun: () => begun,
      go: () => goes.shift()?.(),
      run: () => {
        begun += 1;
        return new Promise<void>((resolve) => goes.push(resolve));
      },
    };
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await wait(1);
  };

  it('is done once more for all who ask while a turn is under way', async () => {
    const { begun, go, run } = work();
    const turns = inTurns({ gapMillis: 1 }, run);
    turns.start();
    turns.again();
    turns.again();
    turns.again();
    expect(begun()).toBe(1);
    go();
    await until(() => begun() === 2);
    go();
    await wait(20);
    expect(begun()).toBe(2);
    turns.stop();
  });

  it('is not begun before it may be, nor after it was stopped', async () => {
    const { begun, go, run } = work();
    const turns = inTurns({ gapMillis: 1 }, run);
    turns.again();
    turns.start();
    await wait(10);
    expect(begun()).toBe(0);
    turns.again();
    turns.again();
    turns.stop();
    go();
    await wait(10);
    turns.again();
    expect(begun()).toBe(1);
  });

  it('is done again after a turn that failed, though nobody asks anew, and not after one that did not', async () => {
    let begun = 0;
    const turns = inTurns({ gapMillis: 1 }, async () => {
      begun += 1;
      if (begun < 3) throw new Error('not now');
    });
    turns.start();
    turns.again();
    await until(() => begun === 3);
    await wait(20);
    expect(begun).toBe(3);
    turns.stop();
  });
});
