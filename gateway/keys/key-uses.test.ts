import type { SubgraphRequest } from '../../platform/server/executor';
import { createKeyUses } from './key-uses';

function uses({ fails = 0 } = {}) {
  const told: unknown[] = [];
  let failing = fails;
  const part = {
    async execute({ variables }: SubgraphRequest) {
      if (failing-- > 0) throw new Error('down');
      told.push(variables.uses);
      return { data: { noteKeyUses: 1 } };
    },
  };
  return {
    told,
    ...createKeyUses({ part, partName: 'access', identitySigner: { sign: async () => 'signed' } }),
  };
}

describe('how keys are used', () => {
  beforeEach(
    () => void jest.useFakeTimers({ now: new Date('2026-11-30T09:10:00Z'), doNotFake: ['setImmediate'] }),
  );
  afterEach(() => void jest.useRealTimers());
  const pass = async (millis: number) => {
    await jest.advanceTimersByTimeAsync(millis);
  };

  it('is told a moment after the first time, and then once a minute at most', async () => {
    const { told, refused } = uses();
    refused('a');
    await pass(999);
    expect(told).toEqual([]);
    await pass(1);
    expect(told).toEqual([[{ id: 'a', isUsed: false, refused: 1 }]]);
    refused('a');
    refused('b');
    refused('a');
    await pass(59_999);
    expect(told).toHaveLength(1);
    await pass(1);
    expect(told[1]).toEqual([
      { id: 'a', isUsed: false, refused: 2 },
      { id: 'b', isUsed: false, refused: 1 },
    ]);
  });

  it('is told once in an hour for who is let in', async () => {
    const { told, used } = uses();
    for (let times = 0; times < 100; times += 1) used('a');
    await pass(1_000);
    used('a');
    await pass(49 * 60_000);
    expect(told).toEqual([[{ id: 'a', isUsed: true, refused: 0 }]]);
    await pass(60_000);
    used('a');
    await pass(60_000);
    expect(told).toHaveLength(2);
  });

  it('is told the next time where the part did not answer', async () => {
    const { told, used, refused, flush } = uses({ fails: 1 });
    used('a');
    refused('a');
    await pass(1_000);
    expect(told).toEqual([]);
    await flush();
    expect(told).toEqual([[{ id: 'a', isUsed: true, refused: 1 }]]);
    await flush();
    expect(told).toHaveLength(1);
  });
});
