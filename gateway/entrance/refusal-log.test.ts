import { createLogger } from '../../platform/logging/logger';
import { Refusal, SignInRefusal, SignInUnavailable } from './refusal';
import { createRefusalLog } from './refusal-log';

describe('the log of refusals', () => {
  let lines: Record<string, unknown>[];
  const start = () =>
    createRefusalLog(
      createLogger({ level: 'warn', to: { write: (line) => void lines.push(JSON.parse(line)) } }),
      {
        intervalMillis: 60_000,
      },
    );
  beforeEach(() => {
    lines = [];
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  const stranger = new SignInRefusal('Sign in first.', false);
  const tooMuch = (subject: string) => new Refusal(429, 'TOO_MANY_REQUESTS', 'Too much.', 1, subject);

  it('has a line at once for the first, and one an interval for however many follow', () => {
    const log = start();
    log.note('first', stranger);
    expect(lines).toMatchObject([
      { msg: 'Refused', requestId: 'first', status: 401, code: 'UNAUTHENTICATED', subject: null },
    ]);
    for (let i = 0; i < 50_000; i += 1) log.note(`further-${i}`, stranger);
    expect(lines).toHaveLength(1);
    jest.advanceTimersByTime(60_000);
    expect(lines.slice(1)).toMatchObject([
      { msg: 'Refused again', status: 401, code: 'UNAUTHENTICATED', times: 50_000, withinSeconds: 60 },
    ]);
    expect(JSON.stringify(lines)).not.toContain('further-');
    log.note('later', stranger);
    jest.advanceTimersByTime(60_000);
    expect(lines.slice(2)).toMatchObject([{ times: 1 }]);
  });

  it('begins anew after an interval without any', () => {
    const log = start();
    log.note('first', stranger);
    jest.advanceTimersByTime(120_000);
    expect(lines).toHaveLength(1);
    log.note('another', stranger);
    expect(lines.slice(1)).toMatchObject([{ msg: 'Refused', requestId: 'another' }]);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('tells callers and reasons apart, and of what is no matter of who asks nothing', () => {
    const log = start();
    for (const refusal of [
      tooMuch('ana'),
      tooMuch('mark'),
      tooMuch('ana'),
      new Refusal(403, 'FORBIDDEN', 'No.', null, 'ana'),
    ])
      log.note('any', refusal);
    log.note('any', new Refusal(404, 'NOT_FOUND', 'Nothing here.'));
    expect(lines.map(({ status, subject }) => [status, subject])).toEqual([
      [429, 'ana'],
      [429, 'mark'],
      [403, 'ana'],
    ]);
    log.flush();
    expect(lines.slice(3)).toMatchObject([{ status: 429, subject: 'ana', times: 1 }]);
  });

  it('says once why sign-ins cannot be checked', () => {
    const log = start();
    for (let i = 0; i < 3; i += 1) log.note('any', new SignInUnavailable(new Error('connect ECONNREFUSED')));
    expect(lines).toMatchObject([{ level: 'error', status: 503, err: { message: 'connect ECONNREFUSED' } }]);
  });

  it('does not grow with the number of callers', () => {
    const log = start();
    for (let i = 0; i < 5_000; i += 1) log.note('any', tooMuch(`caller-${i}`));
    expect(lines).toHaveLength(1_001);
    expect(lines.at(-1)).toMatchObject({ status: 429, subject: null });
    log.flush();
    expect(lines.slice(1_001)).toMatchObject([{ subject: null, times: 3_999 }]);
  });
});
