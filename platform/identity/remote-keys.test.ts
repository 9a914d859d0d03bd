import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { errors } from 'jose';
import { createRemoteKeys } from './remote-keys';

/** For an address that answers, however busy the machine; tests of one that hangs name a short time. */
const TIMEOUT_MILLIS = 30_000;
const HANGING_MILLIS = 200;
const MINUTE = 60_000;

describe('keys at an address', () => {
  let server: Server;
  let url: URL;
  /** The names of the keys that are published; null while the address is dead, 'hangs' while it says nothing. */
  let published: string[] | null | 'hangs';
  let asked: number;
  let nowMillis: number;
  let outages: unknown[];
  const clock = { now: () => new Date(nowMillis) };

  beforeAll(async () => {
    const jwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    server = createServer((_, response) => {
      asked += 1;
      if (published === null) return void response.socket?.destroy();
      if (published === 'hangs') return;
      const keys = published.map((kid) => ({ ...jwk, kid, alg: 'EdDSA', use: 'sig' }));
      response.end(JSON.stringify({ keys }));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`);
  });
  beforeEach(() => {
    [published, asked, nowMillis, outages] = [['one'], 0, 0, []];
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => void server.close(resolve));
  });

  function open(timeoutMillis = TIMEOUT_MILLIS) {
    const keys = createRemoteKeys({
      ...{ url, clock, timeoutMillis },
      onOutage: (error) => outages.push(error),
    });
    return async (kid: string): Promise<string> => {
      const key = await keys({ alg: 'EdDSA', kid }, { payload: '', signature: '' });
      return 'type' in key ? String(key.type) : 'bytes';
    };
  }
  /** What is done in the background has been done. */
  const settled = () => wait(HANGING_MILLIS + 300);
  const inMillis = async (work: Promise<unknown>): Promise<number> => {
    const since = performance.now();
    await work.catch(() => undefined);
    return performance.now() - since;
  };

  it('are read once, however many ask together, and again after ten minutes', async () => {
    const key = open();
    await Promise.all([key('one'), key('one'), key('one')]);
    nowMillis = 10 * MINUTE;
    await key('one');
    expect(asked).toBe(1);
    nowMillis += 1;
    await Promise.all([key('one'), key('one')]);
    await settled();
    await key('one');
    expect(asked).toBe(2);
  });

  it.each([
    ['dead', null],
    ['hanging', 'hangs'],
  ] as const)('are used for a day while the address is %s, and nobody waits for it', async (_, state) => {
    const key = open(HANGING_MILLIS);
    await key('one');
    published = state;
    nowMillis = 11 * MINUTE;
    for (let i = 0; i < 3; i += 1) await expect(key('one')).resolves.toBe('public');
    expect(outages).toEqual([]);
    await settled();
    for (let i = 0; i < 5; i += 1) await key('one');
    expect([asked, outages.length]).toEqual([2, 1]);
    nowMillis += 11_000;
    await key('one');
    await settled();
    expect([asked, outages.length]).toEqual([3, 1]);
    nowMillis = 24 * 60 * MINUTE + 1;
    await expect(key('one')).rejects.not.toThrow(errors.JWKSNoMatchingKey);
  });

  it('are told of again after they could be had meanwhile', async () => {
    const key = open();
    await key('one');
    for (const state of [null, ['one'], null]) {
      published = state;
      nowMillis += 11 * MINUTE;
      await key('one');
      await settled();
    }
    expect(outages).toHaveLength(2);
  });

  it('cost a wait once where none are known, and are had as soon as the address answers', async () => {
    published = 'hangs';
    const key = open(HANGING_MILLIS);
    const waits = await Promise.all([inMillis(key('one')), inMillis(key('one'))]);
    expect(Math.min(...waits)).toBeGreaterThan(HANGING_MILLIS / 2);
    for (let i = 0; i < 5; i += 1) await expect(key('one')).rejects.toThrow(errors.JWKSTimeout);
    expect(asked).toBe(1);
    published = ['one'];
    nowMillis += 10_000;
    await expect(key('one')).resolves.toBe('public');
  });

  it('are looked for at once when a token names a new one', async () => {
    const key = open();
    await key('one');
    published = ['one', 'two'];
    await expect(key('two')).resolves.toBe('public');
    expect(asked).toBe(2);
  });

  it('are not asked for at the will of somebody who makes names up, and a new one is found all the same', async () => {
    const key = open();
    await key('one');
    const strangers = () =>
      Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          expect(key(`made up ${i}`)).rejects.toThrow(errors.JWKSNoMatchingKey),
        ),
      );
    for (let i = 0; i < 5; i += 1) await strangers();
    expect(asked).toBe(1 + 3);
    await expect(key('one')).resolves.toBe('public');
    published = ['one', 'two'];
    nowMillis += 10_000;
    await strangers();
    expect(asked).toBe(1 + 3 + 1);
    await expect(key('two')).resolves.toBe('public');
  });

  it('are no longer used when they are not published any more', async () => {
    const key = open();
    await key('one');
    published = ['two'];
    nowMillis = 11 * MINUTE;
    await key('one');
    await settled();
    await expect(key('one')).rejects.toThrow(errors.JWKSNoMatchingKey);
  });
});
