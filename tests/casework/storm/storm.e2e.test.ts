import { playStorm } from './play-storm';

/** Some seconds of what `npm run check:storm` does for a minute, with one kill of three kinds. */
describe('officers at once on the same complaints while everything is killed', () => {
  it('find every command that was acknowledged, once, and nothing half done', async () => {
    const storm = { officers: 20, complaints: 5, seconds: 8, kills: ['everything'] as const, seed: 2 };
    const { problems, ...end } = await playStorm(storm);
    expect(problems).toEqual([]);
    expect(end.acknowledged).toBeGreaterThan(20);
    expect(end.refused).toBeGreaterThan(0);
    expect(end.askedAgain).toBeGreaterThan(20);
    expect(end.processesKilled).toBeGreaterThan(3);
    expect(end.entries).toBeGreaterThanOrEqual(end.acknowledged);
  }, 240_000);
});
