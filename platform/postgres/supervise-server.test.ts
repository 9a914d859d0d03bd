import { DatabaseRefusal } from './refusal';
import { superviseServer, type UsedServer } from './supervise-server';

const HERE = 'postgres://owner@127.0.0.1:5001/complaints';
const ELSEWHERE = 'postgres://owner@127.0.0.1:5002/complaints';

/** A server that is lost when the test says so. */
function serverAt(ownerUrl: string, { isLastUser = true } = {}) {
  let lose: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });
  const calls: string[] = [];
  const note = (call: string) => async () => void calls.push(call);
  const server: UsedServer = {
    ownerUrl,
    cluster: { reused: false, stop: note('stop'), leave: () => void calls.push('leave') },
    use: { lost, close: note('close'), end: async () => isLastUser },
  };
  return { server, lose, calls };
}

/** Opens one after the other of `results`. */
const opening = (...results: (UsedServer | Error)[]) =>
  jest.fn(async () => {
    const result = results.shift();
    if (result === undefined || result instanceof Error) throw result ?? new Error('It was opened once more');
    return result;
  });

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the embedded server of a program', () => {
  it('is stopped by its last user, and left to the others by every other', async () => {
    for (const [isLastUser, calls] of [
      [true, ['stop', 'close']],
      [false, ['leave', 'close']],
    ] as const) {
      const one = serverAt(HERE, { isLastUser });
      await (await superviseServer(opening(one.server))).stop();
      expect(one.calls).toEqual(calls);
    }
  });

  it('is opened again where it was just being stopped', async () => {
    const open = opening(new Error('ECONNREFUSED'), serverAt(HERE).server);
    expect((await superviseServer(open)).ownerUrl).toBe(HERE);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('is not tried again where it is refused: that needs a person', async () => {
    const open = opening(new DatabaseRefusal('Set DATA_DIR to another directory.'));
    await expect(superviseServer(open)).rejects.toThrow('Set DATA_DIR');
    expect(open).toHaveBeenCalledTimes(1);
  });

  it.each([
    [HERE, 'has been started again'],
    [ELSEWHERE, 'is now at another port'],
  ])('is started again where it is lost, at %s, and that is reported', async (url, sentence) => {
    const [first, second] = [serverAt(HERE), serverAt(url)];
    const kept = await superviseServer(opening(first.server, second.server));
    const report = jest.fn();
    kept.keepRunning(report);
    first.lose();
    await turn();
    expect(report.mock.calls).toEqual([[expect.stringContaining(sentence)]]);
    await kept.stop();
    expect([first.calls, second.calls]).toEqual([[], ['stop', 'close']]);
  });

  it('is not started again after it was stopped', async () => {
    const one = serverAt(HERE);
    const open = opening(one.server);
    const kept = await superviseServer(open);
    kept.keepRunning(() => undefined);
    await kept.stop();
    one.lose();
    await turn();
    expect(open).toHaveBeenCalledTimes(1);
  });
});
