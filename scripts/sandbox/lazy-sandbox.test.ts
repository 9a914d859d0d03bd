import type { SandboxGuest } from '../../gateway/sandbox/sandbox';
import { lazySandbox } from './lazy-sandbox';
import type { SandboxProcess } from './sandbox-process';

const GUEST: SandboxGuest = {
  ...{ subject: 'cck_sandboxabcde', partner: 'guests' },
  terms: { streams: [], parts: ['CASES'], smallNumbersBelow: null },
};
const STARTING = { status: 503, code: 'SANDBOX_STARTING', retryAfterSeconds: 10 };

const never = (): boolean => false;

function made({ fails = never, refuses = never } = {}) {
  const did: string[] = [];
  let millis = 1_000_000;
  let end: () => void = () => undefined;
  const start = async (): Promise<SandboxProcess> => {
    did.push('start');
    if (fails()) throw new Error('It did not start');
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    return {
      ...{ url: 'http://sandbox', ended },
      async prepare({ partner, terms: { parts } }) {
        did.push(`prepare ${partner} ${parts.join('+')}`);
        if (refuses()) throw new Error('It could not be made ready');
      },
      async stop() {
        did.push('stop');
        end();
      },
    };
  };
  const sandbox = lazySandbox({
    ...{ start, tokenFor: async ({ subject }: SandboxGuest) => `token of ${subject}` },
    ...{ clock: { now: () => new Date(millis) }, logger: { error: () => did.push('logged') } },
  });
  return {
    ...{ sandbox, did },
    pass: (more: number) => {
      millis += more;
    },
    end: () => end(),
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a sandbox', () => {
  it('is started by its first guest, once, who is told when to come again', async () => {
    const { sandbox, did } = made();
    await settled();
    expect(did).toEqual([]);
    const early = [1, 2].map(() => expect(sandbox.reach(GUEST)).rejects.toMatchObject(STARTING));
    await Promise.all(early);
    await settled();
    const place = { url: 'http://sandbox', token: 'token of cck_sandboxabcde' };
    for (const _ of [1, 2]) expect(await sandbox.reach(GUEST)).toEqual(place);
    expect(did).toEqual(['start', 'prepare guests CASES']);
    await sandbox.stop();
  });

  it('is made ready anew for a partner whose agreement changes, and for another', async () => {
    const { sandbox, did } = made();
    await sandbox.reach(GUEST).catch(settled);
    const more = { ...GUEST, terms: { ...GUEST.terms, parts: ['CASES', 'EVENTS'] } };
    for (const guest of [GUEST, more, more, { ...more, partner: 'others' }]) await sandbox.reach(guest);
    expect(did.slice(1)).toEqual([
      ...['prepare guests CASES', 'prepare guests CASES+EVENTS', 'prepare others CASES+EVENTS'],
    ]);
    await sandbox.stop();
  });

  it('is made ready again after that failed', async () => {
    let isRefused = true;
    const { sandbox } = made({ refuses: () => isRefused });
    await sandbox.reach(GUEST).catch(settled);
    await expect(sandbox.reach(GUEST)).rejects.toMatchObject(STARTING);
    isRefused = false;
    expect(await sandbox.reach(GUEST)).toMatchObject({ url: 'http://sandbox' });
    await sandbox.stop();
  });

  it('that did not start is left alone for half a minute, and one that ended is started again', async () => {
    let isBroken = true;
    const { sandbox, did, pass, end } = made({ fails: () => isBroken });
    for (const _ of [1, 2]) await sandbox.reach(GUEST).catch(settled);
    expect(did).toEqual(['start', 'logged']);
    isBroken = false;
    pass(30_000);
    await sandbox.reach(GUEST).catch(settled);
    await sandbox.reach(GUEST);
    end();
    await settled();
    await expect(sandbox.reach(GUEST)).rejects.toMatchObject(STARTING);
    expect(did).toEqual(['start', 'logged', 'start', 'prepare guests CASES', 'start']);
    await sandbox.stop();
  });

  it('ends when nobody has come for a quarter of an hour', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      const { sandbox, did, pass } = made();
      await sandbox.reach(GUEST).catch(settled);
      pass(14 * 60_000);
      jest.advanceTimersByTime(30_000);
      expect(did).not.toContain('stop');
      pass(2 * 60_000);
      jest.advanceTimersByTime(30_000);
      expect(did).toContain('stop');
    } finally {
      jest.useRealTimers();
    }
  });

  it('starts for nobody once it was stopped', async () => {
    const { sandbox, did } = made();
    await sandbox.stop();
    await expect(sandbox.reach(GUEST)).rejects.toMatchObject(STARTING);
    await settled();
    expect(did).toEqual([]);
  });
});
