import { generateKeyPairSync } from 'node:crypto';
import type { Change } from '../../platform/changes/change';
import { createIdentitySigner } from '../../platform/identity/signer';
import type { FollowRequest, SubgraphExecutor } from '../../platform/server/executor';
import { followPart } from './follow-part';
import { createPartChanges } from './part-changes';
import { until } from './testing';

const identitySigner = createIdentitySigner({ privateKey: generateKeyPairSync('ed25519').privateKey });
const CHANGE: Change = { subjects: [{ source: 'adults', subject: 'a', at: '' }], untold: [] };

describe('the changes of all parts', () => {
  /** A part that is followed, or not just now. */
  const part = () => {
    const followed: FollowRequest[] = [];
    let isUp = true;
    const executor: SubgraphExecutor = {
      ...{ execute: async () => ({}), ready: async () => true },
      async follow(request) {
        if (!isUp) throw new Error('down');
        followed.push(request);
      },
    };
    return {
      ...{ executor, followed },
      isFollowed: () => followed.some(({ signal }) => !signal.aborted),
      be(how: 'up' | 'down') {
        isUp = how === 'up';
        if (!isUp) for (const { onLost } of followed.splice(0)) onLost();
      },
    };
  };
  const silent: SubgraphExecutor = { execute: async () => ({}), ready: async () => true };
  const listener = () => {
    const told: Change[] = [];
    const lost: string[] = [];
    return {
      ...{ told, lost },
      onChange: (change: Change) => void told.push(change),
      onLost: (part: string) => void lost.push(part),
    };
  };

  it('are followed once for all who listen, and by nobody when none does', async () => {
    const [insight, intake] = [part(), part()];
    const changes = createPartChanges({
      ...{ identitySigner },
      executors: new Map([
        ['insight', insight.executor],
        ['intake', intake.executor],
        ['corporate', silent],
      ]),
    });
    const [first, second] = [listener(), listener()];
    const listening = await Promise.all([changes.listen(first), changes.listen(second)]);
    expect(listening.map(({ lost }) => lost.size)).toEqual([0, 0]);
    expect(insight.followed).toHaveLength(1);
    insight.followed[0]?.onChange(CHANGE);
    expect([first.told, second.told]).toEqual([[CHANGE], [CHANGE]]);
    listening[0]?.leave();
    listening[0]?.leave();
    insight.followed[0]?.onChange(CHANGE);
    expect([first.told.length, second.told.length]).toEqual([1, 2]);
    expect(insight.isFollowed()).toBe(true);
    listening[1]?.leave();
    expect([insight.isFollowed(), intake.isFollowed()]).toEqual([false, false]);
    const again = await changes.listen(first);
    expect(insight.isFollowed()).toBe(true);
    again.leave();
  });

  it('say which part cannot be followed, at once and later', async () => {
    const [insight, intake] = [part(), part()];
    insight.be('down');
    const changes = createPartChanges({
      identitySigner,
      executors: new Map([
        ['insight', insight.executor],
        ['intake', intake.executor],
      ]),
    });
    const listening = listener();
    const { lost, leave } = await changes.listen(listening);
    expect([...lost]).toEqual(['insight']);
    intake.be('down');
    expect(listening.lost).toEqual(['insight', 'intake']);
    expect([...lost]).toEqual(['insight', 'intake']);
    leave();
  });

  it('are lost with a part, which is followed again, and then something may have changed', async () => {
    const insight = part();
    const { told, lost, onChange, onLost } = listener();
    const over = new AbortController();
    let followed = 0;
    const { follow } = insight.executor;
    if (follow === undefined) throw new Error('It cannot be followed');
    await followPart({
      ...{ part: 'insight', follow, identitySigner, signal: over.signal, retryMillis: 1 },
      onChange,
      onLost: () => onLost('insight'),
      onFollowed() {
        followed += 1;
      },
    });
    insight.be('down');
    await until(() => lost.length > 2);
    insight.be('up');
    await until(() => told.length > 0);
    expect(told).toEqual([{ subjects: [], untold: [] }]);
    expect(followed).toBe(2);
    over.abort();
    insight.be('down');
    expect(insight.isFollowed()).toBe(false);
  });

  it('are followed in the gateway’s own name', async () => {
    const insight = part();
    const changes = createPartChanges({
      identitySigner,
      executors: new Map([['insight', insight.executor]]),
    });
    const { leave } = await changes.listen(listener());
    const [, claims = ''] = insight.followed[0]?.identityToken.split('.') ?? [];
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      ...{ sub: 'gateway', role: 'gateway', scopes: [], aud: 'insight' },
    });
    leave();
  });
});
