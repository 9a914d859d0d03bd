import { dropTestDatabase, emptyTestDatabase } from '../../testing/database';
import { asOwner } from './owner';

describe('work as the owner of a database', () => {
  let url: string;
  beforeAll(async () => {
    url = await emptyTestDatabase();
  });
  afterAll(() => dropTestDatabase(url));

  /** Work that goes on until the test ends it. */
  function begin(alone: boolean) {
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let isUnderWay = false;
    const done = asOwner({ url, alone }, async () => {
      isUnderWay = true;
      await finished;
    });
    return { finish, done, isUnderWay: () => isUnderWay };
  }
  const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

  it('is told which database it is in, and gets rows', async () => {
    const result = await asOwner({ url, alone: true }, async ({ database, query }) => [
      database,
      await query('select $1::int as one', [1]),
    ]);
    expect(result).toEqual([new URL(url).pathname.slice(1), [{ one: 1 }]]);
  });

  it('waits for another that is alone there, but not to read beside it', async () => {
    const first = begin(true);
    while (!first.isUnderWay()) await pause();
    const [second, reader] = [begin(true), begin(false)];
    while (!reader.isUnderWay()) await pause();
    expect(second.isUnderWay()).toBe(false);
    reader.finish();
    first.finish();
    second.finish();
    await Promise.all([first.done, second.done, reader.done]);
    expect(second.isUnderWay()).toBe(true);
  });

  it('gives its turn back when it fails', async () => {
    await expect(asOwner({ url, alone: true }, ({ query }) => query('select 1 / 0'))).rejects.toThrow(
      'division by zero',
    );
    expect(await asOwner({ url, alone: true }, async () => 'mine')).toBe('mine');
  });
});
