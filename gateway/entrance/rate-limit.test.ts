import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Library, startLibrary } from '../testing/start-library';
import { createRateLimit } from './rate-limit';

const HERE = new AbortController().signal;

describe('how often one caller may ask', () => {
  let nowMillis = 0;
  const clock = { now: () => new Date(nowMillis) };
  beforeEach(() => {
    nowMillis = 0;
  });
  const start = (more = {}) =>
    createRateLimit({ rate: { burst: 3, perSecond: 2 }, clock, pauseMillis: 1, ...more });
  const refused = { status: 429, code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 1, subject: 'ana' };

  it('is a burst, and then a rate; others are not concerned', async () => {
    const limit = start();
    for (let i = 0; i < 3; i += 1) await limit.pass('ana', HERE);
    await expect(limit.pass('ana', HERE)).rejects.toMatchObject(refused);
    await limit.pass('mark', HERE);
    nowMillis = 500;
    await limit.pass('ana', HERE);
    await expect(limit.pass('ana', HERE)).rejects.toThrow('3 requests in a row, and after that 2 a second');
  });

  it('says when to come again', async () => {
    const limit = start({ rate: { burst: 1, perSecond: 0.1 } });
    await limit.pass('ana', HERE);
    nowMillis = 3_000;
    await expect(limit.pass('ana', HERE)).rejects.toMatchObject({ retryAfterSeconds: 7 });
  });

  it('holds a refusal back, but not from somebody who has hung up', async () => {
    const limit = start({ pauseMillis: 200 });
    for (let i = 0; i < 3; i += 1) await limit.pass('ana', HERE);
    const since = performance.now();
    await expect(limit.pass('ana', HERE)).rejects.toMatchObject(refused);
    expect(performance.now() - since).toBeGreaterThan(150);
    // Held back for longer than a test may take.
    const patient = start({ pauseMillis: 60_000 });
    for (let i = 0; i < 3; i += 1) await patient.pass('ana', HERE);
    await expect(patient.pass('ana', AbortSignal.abort())).rejects.toMatchObject(refused);
  });

  it('is forgotten when nothing of it is left to know, and of too many callers those who asked longest ago', async () => {
    const limit = start({ mostCallers: 10 });
    for (let i = 0; i < 50; i += 1) await limit.pass(`caller-${i}`, HERE);
    expect(limit.size()).toBe(10);
    nowMillis = 10_000;
    await limit.pass('ana', HERE);
    expect(limit.size()).toBe(1);
  });
});

const median = (millis: readonly number[]): number =>
  millis.toSorted((a, b) => a - b)[Math.floor(millis.length / 2)] ?? Number.NaN;

describe('one caller with many connections', () => {
  const RATE = { burst: 20, perSecond: 20 };
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary({ rate: RATE });
  });
  afterAll(() => library.stop());

  it('is answered at their rate, and another as if they were not there', async () => {
    const token = await library.token('officer', 'greedy');
    const agent = new http.Agent({ keepAlive: true, maxSockets: 100 });
    const ask = () =>
      new Promise<number>((resolve) => {
        const request = http.request(
          `${library.url}/graphql`,
          {
            ...{ agent, method: 'POST' },
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          },
          (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)),
        );
        request.on('error', () => resolve(0));
        request.end('{"query":"{ whoAmI }"}');
      });
    const statuses: number[] = [];
    const refusedMillis: number[] = [];
    let over = false;
    const since = performance.now();
    const greedy = Array.from({ length: 100 }, async () => {
      while (!over) {
        const begun = performance.now();
        statuses.push(await ask());
        if (statuses.at(-1) === 429) refusedMillis.push(performance.now() - begun);
      }
    });
    const answeredMillis: number[] = [];
    for (let i = 0; i < 15; i += 1) {
      const begun = performance.now();
      const { status } = await library.ask('{ whoAmI }', { subject: 'modest' });
      answeredMillis.push(performance.now() - begun);
      expect(status).toBe(200);
      await wait(100);
    }
    over = true;
    await Promise.all(greedy);
    agent.destroy();
    const seconds = (performance.now() - since) / 1_000;
    const answered = statuses.filter((status) => status === 200).length;
    expect(answered).toBeGreaterThanOrEqual(RATE.burst);
    expect(answered).toBeLessThanOrEqual(RATE.burst + Math.ceil(seconds * RATE.perSecond) + 1);
    // A refusal is held for a second: 100 connections get a hundred in each.
    expect(statuses.filter((status) => status === 429).length).toBeLessThan(100 * (seconds + 2));
    expect(median(answeredMillis)).toBeLessThan(median(refusedMillis) / 2);
  });

  it('is told when to come again', async () => {
    const slow = await startLibrary({ rate: { burst: 20, perSecond: 1 } });
    const asked = await Promise.all(
      Array.from({ length: 100 }, () => slow.ask('{ whoAmI }', { subject: 'hasty' })),
    );
    await slow.stop();
    const refused = asked.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(refused?.body.errors[0]).toMatchObject({
      message: expect.stringContaining('You ask too often: 20 requests in a row'),
      extensions: { code: 'TOO_MANY_REQUESTS' },
    });
  });
});
