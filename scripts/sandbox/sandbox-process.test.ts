import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSandboxProcess } from './sandbox-process';

const TERMS = { streams: [], parts: ['CASES'], smallNumbersBelow: null };
const directory = mkdtempSync(path.join(os.tmpdir(), 'sandbox-process-'));

/** A process that does this in place of the sandbox. */
function start(does: string) {
  const program = path.join(directory, `${Math.random().toString(36).slice(2)}.js`);
  writeFileSync(program, does);
  return startSandboxProcess({ program, env: { PATH: process.env.PATH, MARK: 'given' } });
}

describe('the process of the sandbox', () => {
  it('is given its settings alone, is asked for each partner by itself, and is ended', async () => {
    process.env.OF_THE_PRODUCT = 'secret';
    const sandbox = await start(`
      process.send({ url: [process.env.MARK, process.env.OF_THE_PRODUCT].join() });
      process.on('message', ({ id, partner }) =>
        setTimeout(() => process.send({ id, isPrepared: partner !== 'bad' }), partner === 'slow' ? 30 : 0));`);
    delete process.env.OF_THE_PRODUCT;
    expect(sandbox.url).toBe('given,');
    const prepared = ['slow', 'bad', 'good'].map((partner) => sandbox.prepare({ partner, terms: TERMS }));
    expect((await Promise.allSettled(prepared)).map(({ status }) => status)).toEqual([
      ...['fulfilled', 'rejected', 'fulfilled'],
    ]);
    await sandbox.stop();
    await sandbox.ended;
  });

  it('that ends before it answers, or before a partner was made ready for, is told of', async () => {
    await expect(start('process.exit(1)')).rejects.toThrow('ended before it answered');
    const sandbox = await start(`process.send({ url: 'x' }); process.on('message', () => process.exit(1));`);
    await expect(sandbox.prepare({ partner: 'guests', terms: TERMS })).rejects.toThrow(
      'could not be made ready',
    );
    await sandbox.ended;
  });
});
