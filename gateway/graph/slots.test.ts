import { createSlots } from './slots';

describe('slots', () => {
  it('are given in the order in which they were asked for, so many at the same time', async () => {
    const slots = createSlots(1);
    const taken: string[] = [];
    const free = await slots.take();
    const waiting = ['a', 'b'].map(async (name) => {
      const freed = await slots.take();
      taken.push(name);
      freed();
    });
    await Promise.resolve();
    expect(taken).toEqual([]);
    free();
    await Promise.all(waiting);
    expect(taken).toEqual(['a', 'b']);
  });

  it('are freed once, however often that is said', async () => {
    const slots = createSlots(1);
    const free = await slots.take();
    free();
    free();
    await slots.take();
    const third = slots.take().then(() => 'taken');
    expect(await Promise.race([third, new Promise((resolve) => setTimeout(resolve, 5, 'waits'))])).toBe(
      'waits',
    );
  });
});
