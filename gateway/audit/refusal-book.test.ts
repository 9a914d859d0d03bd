import fc from 'fast-check';
import type { SubgraphRequest } from '../../platform/server/executor';
import { createRefusalBook, NO_BOOK, type RefusedAsking } from './refusal-book';

interface Told {
  readonly actor: string;
  readonly asked: string;
  readonly requestId: string;
  readonly again: number | null;
}
const REFUSED: RefusedAsking = {
  ...{ actor: 'ana', role: 'analyst', code: 'FORBIDDEN', asked: ['keys'], requestId: 'r-1' },
};

function bookOver({ fails = 0, soonMillis = 10, minuteMillis = 60_000 } = {}) {
  const told: Told[][] = [];
  let failing = fails;
  const part = {
    async execute({ variables }: SubgraphRequest) {
      if (failing-- > 0) throw new Error('down');
      told.push(variables.refusals as Told[]);
      return { data: { noteRefusals: 1 } };
    },
  };
  const of = { part, partName: 'access', identitySigner: { sign: async () => 'signed' } };
  return { told, ...createRefusalBook(of, { soonMillis, minuteMillis }) };
}

describe('the book of refusals', () => {
  it('tells the first of its kind a moment later, and the same again at the end of the minute, counted', async () => {
    const { told, note } = bookOver({ minuteMillis: 60 });
    note(REFUSED);
    await new Promise((go) => setTimeout(go, 40));
    expect(told).toEqual([
      [{ actor: 'ana', role: 'analyst', code: 'FORBIDDEN', asked: 'keys', requestId: 'r-1', again: null }],
    ]);
    for (let times = 0; times < 57; times += 1) note({ ...REFUSED, requestId: 'later' });
    await new Promise((go) => setTimeout(go, 60));
    expect(told[1]).toMatchObject([{ asked: 'keys', again: 57 }]);
    expect(told).toHaveLength(2);
  });

  it('names who is not known as nobody, and questions in their order', async () => {
    const { told, note, flush } = bookOver();
    note({ ...REFUSED, actor: null, role: null, asked: ['measures', 'keys'] });
    await flush();
    expect(told[0]).toMatchObject([{ actor: 'nobody', role: 'nobody', asked: 'keys measures' }]);
    await flush();
    expect(told).toHaveLength(1);
  });

  it('tells again what was not heard, and loses no count', async () => {
    const { told, note, flush } = bookOver({ fails: 2 });
    for (let times = 0; times < 3; times += 1) note(REFUSED);
    await flush();
    expect(told).toEqual([]);
    await flush();
    expect(told.flat().map(({ again }) => again)).toEqual([null, 2]);
  });

  it('is bounded whoever asks whatever, and misses nobody who asks a little', async () => {
    const asking = fc.record({
      actor: fc.integer({ min: 0, max: 400 }).map((number) => `p${number}`),
      asked: fc.integer({ min: 0, max: 30 }).map((number) => [`q${number}`]),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(asking, { maxLength: 1_500 }), async (askings) => {
        const { told, note, flush } = bookOver();
        for (const each of askings) note({ ...REFUSED, ...each });
        await flush();
        const all = told.flat();
        const counted = all.reduce((sum, { again }) => sum + (again ?? 1), 0);
        expect(counted).toBe(askings.length);
        const kinds = all.filter(({ again }) => again === null);
        expect(kinds.length).toBeLessThanOrEqual(300 + 401);
        for (const actor of new Set(kinds.map((kind) => kind.actor)))
          expect(kinds.filter((kind) => kind.actor === actor).length).toBeLessThanOrEqual(11);
      }),
      { numRuns: 8, seed: 3 },
    );
  });

  it('is nothing where no part keeps it', async () => {
    NO_BOOK.note(REFUSED);
    await NO_BOOK.flush();
  });
});
