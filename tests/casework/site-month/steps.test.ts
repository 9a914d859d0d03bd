import { Steps } from './steps';

describe('the steps of a month on the site', () => {
  it('are told with how often they were taken', async () => {
    const steps = new Steps();
    expect(await steps.timed('answer', async () => 4)).toBe(4);
    await steps.timed('answer', async () => 5);
    await expect(steps.timed('lost', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(steps.lines()).toEqual([
      expect.stringMatching(/^answer: 2 times, \d+ ms, 95 of 100 within \d+ ms$/),
    ]);
  });
});
