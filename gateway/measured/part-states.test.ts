import type { SubgraphExecutor } from '../../platform/server/executor';
import { startLibrary } from '../testing/start-library';
import { noteAnswer, readPartStates } from './part-states';

const at = (text: string) => new Date(`2026-12-01T${text}Z`);
const clockAt = (text: string) => ({ now: () => at(text) });
const part = (ready: () => Promise<boolean>, findings: readonly string[] = []): SubgraphExecutor => ({
  execute: async () => ({}),
  ready,
  findings: async () => findings,
});

describe('how a part stands', () => {
  it('is that it answers, how quickly of late, and what it found', async () => {
    const schools = part(async () => true, ['A rollup differs.']);
    noteAnswer(schools, 9, at('09:00:00'));
    noteAnswer(schools, 0.2, at('10:00:00'));
    noteAnswer(schools, 0.4, at('10:00:01'));
    const [state] = await readPartStates(new Map([['schools', schools]]), clockAt('10:00:02'));
    expect(state).toEqual({
      ...{ name: 'schools', state: 'ANSWERS', since: null, findings: ['A rollup differs.'] },
      seconds: expect.closeTo(0.3),
    });
  });

  it('is that it is slow, where people notice', async () => {
    const schools = part(async () => true);
    noteAnswer(schools, 3, at('10:00:00'));
    expect(await readPartStates(new Map([['schools', schools]]), clockAt('10:00:02'))).toMatchObject([
      { state: 'SLOW', seconds: 3 },
    ]);
    expect(await readPartStates(new Map([['schools', schools]]), clockAt('10:10:00'))).toMatchObject([
      { state: 'ANSWERS', seconds: null },
    ]);
  });

  it('is since when it does not answer, from the first who got no answer until it is back', async () => {
    let isReady = false;
    const parts = new Map([['schools', part(async () => isReady)]]);
    noteAnswer(parts.get('schools') ?? part(async () => true), null, at('10:00:00'));
    const stands = async (text: string) => (await readPartStates(parts, clockAt(text)))[0];
    expect(await stands('10:05:00')).toMatchObject({ state: 'SILENT', since: '2026-12-01T10:00:00.000Z' });
    isReady = true;
    expect(await stands('10:06:00')).toMatchObject({ state: 'ANSWERS', since: null });
    isReady = false;
    expect(await stands('10:07:00')).toMatchObject({ since: '2026-12-01T10:07:00.000Z' });
  });

  it('is that it does not answer where it hangs, after two seconds', async () => {
    const hanging = part(() => new Promise(() => undefined));
    expect(await readPartStates(new Map([['schools', hanging]]), clockAt('10:00:00'))).toMatchObject([
      { state: 'SILENT' },
    ]);
  });
});

describe('the door /parts', () => {
  it('tells it to whoever is signed in, and to nobody else', async () => {
    const library = await startLibrary();
    try {
      expect((await fetch(`${library.url}/parts`)).status).toBe(401);
      const headers = { authorization: `Bearer ${await library.token('auditor')}` };
      const answer = await fetch(`${library.url}/parts`, { headers });
      expect(await answer.json()).toMatchObject({
        parts: [
          { name: 'books', state: 'ANSWERS' },
          { name: 'catalogue', state: 'ANSWERS' },
        ],
      });
      expect((await fetch(`${library.url}/parts`, { headers, method: 'POST' })).status).toBe(405);
    } finally {
      await library.stop();
    }
  });
});
