import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Change } from '../changes/change';
import type { ChangeFeed } from '../changes/change-feed';
import type { Identity } from '../identity/identity';
import { createIdentitySigner } from '../identity/signer';
import { createIdentityVerifier } from '../identity/verifier';
import { createLogger } from '../logging/logger';
import { readChanges } from './changes-over-http';
import type { FollowRequest, SubgraphExecutor } from './executor';
import { CHANGES, followChanges } from './follow-changes';
import { type HttpEndpoint, openHttpEndpoint } from './http-endpoint';
import { remoteSubgraph } from './remote-subgraph';

const keys = generateKeyPairSync('ed25519');
const signer = createIdentitySigner({ privateKey: keys.privateKey });
const verifier = createIdentityVerifier({ publicKey: keys.publicKey });
const who = (role: string): Identity => ({
  ...{ subject: role, role, scopes: [], streams: [], services: [], partner: null },
});
const CHANGE: Change = {
  subjects: [{ source: 'corporate', subject: 'corporate-1', at: '2021-10-01T00:00:00.000Z' }],
  untold: [{ source: 'adults', since: '2021-10-01T00:00:00.000Z' }],
};

describe('the changes of a part over HTTP', () => {
  const listeners = new Set<(change: Change) => void>();
  const feed: ChangeFeed = {
    async follow(listener) {
      listeners.add(listener);
      return async () => void listeners.delete(listener);
    },
  };
  const executor: SubgraphExecutor = { execute: async () => ({}), ready: async () => true };
  const telling: SubgraphExecutor = {
    ...executor,
    follow: (request) => followChanges({ feed, verifier, part: 'insight' }, request),
  };
  const open: HttpEndpoint[] = [];
  const endpoint = async (part: SubgraphExecutor) => {
    const opened = await openHttpEndpoint({
      ...{ executor: part, port: 0, bindAddress: undefined, tls: null, name: 'insight' },
      logger: createLogger({ level: 'silent' }),
    });
    open.push(opened);
    return opened;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
  });
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await wait(5);
  };
  const following = async (url: string, role = 'gateway') => {
    const over = new AbortController();
    const told: Change[] = [];
    let lost = 0;
    const request: FollowRequest = {
      identityToken: await signer.sign(who(role), { part: 'insight', ...CHANGES }),
      signal: over.signal,
      onChange: (change) => told.push(change),
      onLost: () => {
        lost += 1;
      },
    };
    return { told, over, lost: () => lost, begun: remoteSubgraph({ url }).follow?.(request) };
  };

  it('are told to the gateway as they come, until it goes; then nobody listens', async () => {
    const { url } = await endpoint(telling);
    const { told, over, lost, begun } = await following(url);
    await begun;
    for (const listener of listeners) listener(CHANGE);
    for (const listener of listeners) listener({ subjects: [], untold: [] });
    await until(() => told.length === 2);
    expect(told).toEqual([CHANGE, { subjects: [], untold: [] }]);
    over.abort();
    await until(() => listeners.size === 0);
    expect(lost()).toBe(0);
  });

  it('are told to nobody else', async () => {
    const { url } = await endpoint(telling);
    await expect((await following(url, 'admin')).begun).rejects.toThrow('status 500');
    const bare = await fetch(new URL('/changes', url), { method: 'POST', body: JSON.stringify(CHANGES) });
    expect(bare.status).toBe(403);
    expect(listeners.size).toBe(0);
  });

  it('are lost where the part is stopped, which waits for no end of them', async () => {
    const { url, close } = await endpoint(telling);
    const { lost, begun } = await following(url);
    await begun;
    await close();
    await until(() => lost() === 1);
    expect(listeners.size).toBe(0);
  });

  it('are lost where the part hears of none any more, however soon', async () => {
    const { url } = await endpoint({ ...executor, follow: async ({ onLost }) => onLost() });
    const { lost, begun } = await following(url);
    await begun;
    await until(() => lost() === 1);
  });

  it('are asked for no more of a part that tells of none', async () => {
    const { url } = await endpoint(executor);
    const { lost, begun } = await following(url);
    await begun;
    expect(lost()).toBe(0);
  });

  it('pile up for no reader that takes none', async () => {
    const { url } = await endpoint(telling);
    const response = await fetch(new URL('/changes', url), {
      method: 'POST',
      headers: { 'x-signed-identity': await signer.sign(who('gateway'), { part: 'insight', ...CHANGES }) },
      body: JSON.stringify(CHANGES),
    });
    const subject = 'x'.repeat(1_000_000);
    const large = { subjects: [{ source: 'corporate', subject, at: '' }], untold: [] };
    for (let sent = 0; sent < 50 && listeners.size > 0; sent += 1) {
      for (const listener of listeners) listener(large);
      await wait(5);
    }
    expect(listeners.size).toBe(0);
    await response.body?.cancel().catch(() => undefined);
  });

  it('are given up where nothing comes, and not where they come in pieces', async () => {
    jest.useFakeTimers();
    const silence = jest.fn();
    async function* never(): AsyncGenerator<Uint8Array> {
      await new Promise(() => undefined);
      yield new Uint8Array();
    }
    void readChanges(never(), { onChange: () => undefined, onSilence: silence });
    jest.advanceTimersByTime(60_000);
    jest.useRealTimers();
    expect(silence).toHaveBeenCalledTimes(1);
    async function* pieces(): AsyncGenerator<Uint8Array> {
      const bytes = Buffer.from(`\n${JSON.stringify(CHANGE)}\n`);
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    const told: Change[] = [];
    await readChanges(pieces(), { onChange: (change) => told.push(change), onSilence: silence });
    expect(told).toEqual([CHANGE]);
  });
});
