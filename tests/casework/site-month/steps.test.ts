import { Steps } from './steps';

/** A meter on which each piece of work takes so much. */
function meterTaking(...taken: readonly number[]) {
  let [at, marks] = [0, 0];
  const sums = taken.flatMap((each, place) => {
    const before = taken.slice(0, place).reduce((sum, one) => sum + one, 0);
    return [before, before + each];
  });
  const read = () => {
    const processorMillis = sums[at] ?? 0;
    at += 1;
    return { processorMillis, questions: at, toParts: 2 * at, statements: 3 * at, doubled: 0 };
  };
  return {
    read,
    mark: () => {
      marks += 1;
    },
    marks: () => marks,
  };
}

describe('the steps of a month on the site', () => {
  it('are told with what they take in the middle, the dearest first', async () => {
    const meter = meterTaking(10, 30, 20, 90);
    const steps = new Steps(meter);
    expect(await steps.timed('open', async () => 4)).toBe(4);
    await steps.timed('open', async () => 5);
    await steps.timed('open', async () => 6);
    await steps.timed('send', async () => 7);
    expect(meter.marks()).toBe(4);
    expect(steps.lines()).toEqual([
      expect.stringMatching(/^\| send \| 1 \| 90 \| \d+ \| 1 \| 2 \| 3 \| 0 \|$/),
      expect.stringMatching(/^\| open \| 3 \| 20 \| \d+ \| 1 \| 2 \| 3 \| 0 \|$/),
    ]);
  });

  it('are among the dearest where they were taken often', async () => {
    const steps = new Steps(meterTaking(900, 1, 1, 1, 1, 1));
    await steps.timed('once', async () => null);
    for (let time = 0; time < 5; time += 1) await steps.timed('often', async () => null);
    expect(steps.dearest(5)).toEqual([expect.stringMatching(/^\| often \| 5 /)]);
  });

  it('are the clicks of a piece of work', async () => {
    const steps = new Steps(meterTaking(1, 1, 1));
    const two = () => steps.timed('one', async () => null).then(() => steps.timed('two', async () => null));
    await steps.piece('answer', two);
    await steps.piece('answer', () => steps.timed('one', async () => null));
    expect(steps.clickLines()).toEqual(['answer: 2 times, 1.5 clicks']);
  });

  it('are not noted where they fail', async () => {
    const steps = new Steps(meterTaking(1));
    await expect(steps.timed('lost', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(steps.lines()).toEqual([]);
  });
});
