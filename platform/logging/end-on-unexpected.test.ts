import { runChild } from '../testing/child';

/** Runs a process in which something unexpected happens, and gives its code and what it said on standard error. */
async function ended(happens: string): Promise<{ code: number | null; said: string }> {
  const child = runChild({
    code: `
      require('./platform/logging/end-on-unexpected').endOnUnexpected();
      ${happens}
      await new Promise((resolve) => setTimeout(resolve, 60000));`,
  });
  let said = '';
  child.process.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await child.ended;
  return { code: child.process.exitCode, said };
}

describe('something unexpected', () => {
  it.each([
    [
      'uncaughtException',
      'Error',
      `setTimeout(() => { throw Object.assign(new Error('Mrs Secret'), { complaint: 'Mrs Secret' }); }, 0);`,
    ],
    ['unhandledRejection', 'SyntaxError', `void (async () => JSON.parse('Mrs Secret'))();`],
  ])('(%s) is logged once, with an id and without words, and ends the process', async (event, type, code) => {
    const { code: exit, said } = await ended(code);
    expect(exit).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(said)).toMatchObject({
      level: 'fatal',
      event,
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      err: { type, stack: expect.stringContaining(' at ') },
    });
    expect(said).not.toContain('Secret');
  });

  it('is no error that somebody waits for', async () => {
    const { code, said } = await ended(`await Promise.reject(new Error('x')).catch(() => process.exit(3));`);
    expect([code, said]).toEqual([3, '']);
  });
});
