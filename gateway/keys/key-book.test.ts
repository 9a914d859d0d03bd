import type { SubgraphExecutor, SubgraphRequest } from '../../platform/server/executor';
import { createKeyBook } from './key-book';

const KEY = {
  ...{ hash: 'ab', isLive: true, addresses: ['10.0.0.0/8'], role: 'analyst' },
  ...{ streams: [], services: [], partner: null, isSandbox: false },
};

function bookOver(answer: (request: SubgraphRequest) => ReturnType<SubgraphExecutor['execute']>) {
  let millis = 1_000;
  const asked: SubgraphRequest[] = [];
  const part = {
    execute(request: SubgraphRequest) {
      asked.push(request);
      return answer(request);
    },
  };
  const identitySigner = {
    sign: async (identity: object, { part: of }: { part: string }) => JSON.stringify({ ...identity, of }),
  };
  const book = createKeyBook(
    { part, partName: 'access', identitySigner },
    { clock: { now: () => new Date(millis) } },
  );
  return { book, asked, pass: (more: number) => (millis += more) };
}

describe('the book of keys', () => {
  it('asks the part as the gateway, which nobody can sign in as', async () => {
    const { book, asked } = bookOver(async () => ({ data: { keyForSignIn: KEY } }));
    const found = await book.find('cck_1');
    expect(found).toMatchObject({ hash: 'ab', isLive: true, role: 'analyst' });
    expect([found?.addresses?.holds('10.1.2.3'), found?.addresses?.holds('192.0.2.7')]).toEqual([
      true,
      false,
    ]);
    expect(asked[0]?.variables).toEqual({ id: 'cck_1' });
    expect(JSON.parse(asked[0]?.identityToken ?? '')).toMatchObject({
      ...{ role: 'gateway', scopes: [], of: 'access' },
    });
  });

  it('asks once in half a second for each, whether there is one or not', async () => {
    const { book, asked, pass } = bookOver(async () => ({ data: { keyForSignIn: null } }));
    expect(await Promise.all([book.find('a'), book.find('a'), book.find('b')])).toEqual([null, null, null]);
    pass(499);
    await book.find('a');
    expect(asked).toHaveLength(2);
    pass(1);
    await book.find('a');
    expect(asked).toHaveLength(3);
  });

  it('counts from when it asked, however long the answer takes', async () => {
    const answers: ((answer: object) => void)[] = [];
    const { book, asked, pass } = bookOver(() => new Promise((resolve) => answers.push(resolve)));
    const first = book.find('a');
    await new Promise((resolve) => setImmediate(resolve));
    pass(500);
    answers[0]?.({ data: { keyForSignIn: KEY } });
    expect(await first).not.toBeNull();
    const second = book.find('a');
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toHaveLength(2);
    answers[1]?.({ data: { keyForSignIn: null } });
    expect(await second).toBeNull();
  });

  it('lets nobody in by what it knew when the part does not answer, and asks again at once', async () => {
    let isDown = false;
    const { book, pass } = bookOver(async () => {
      if (isDown) throw new Error('connect ECONNREFUSED');
      return { data: { keyForSignIn: KEY } };
    });
    await book.find('a');
    isDown = true;
    pass(500);
    await expect(book.find('a')).rejects.toThrow('ECONNREFUSED');
    isDown = false;
    expect(await book.find('a')).not.toBeNull();
  });

  it.each([
    [{ data: null, errors: [{ message: 'no' }] }],
    [{ data: {} }],
    [{ data: { keyForSignIn: { ...KEY, isLive: 'yes' } } }],
  ])('takes nothing from an answer that is none: %j', async (answer) => {
    const { book } = bookOver(async () => answer as never);
    await expect(book.find('a')).rejects.toThrow();
  });
});
