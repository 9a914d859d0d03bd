import { fixedClock } from '../../platform/config/clock';
import type { Ending, Queue } from '../../subgraphs/intake/subgraph';
import { performImport } from './perform-import';
import type { PerformingOn } from './performing-on';

describe('an import that cannot be performed', () => {
  it('fails with what to do, and its file is kept for another attempt', async () => {
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const ended: Ending[] = [];
    const queue = { end: async (_: unknown, ending: Ending) => void ended.push(ending) } as unknown as Queue;
    const spool = { pathOf: (name: string) => name, remove: jest.fn() };
    const job = {
      id: 7,
      attempt: 1,
      kind: 'import',
      source: 'no-system',
      file: 'May.csv',
      upload: 'u',
    } as const;
    const settings = { clock: fixedClock('2022-01-31'), imports: { keptMillis: 3_600_000 } };
    const on = { settings } as unknown as PerformingOn;
    const became = await performImport(on, { queue, spool: spool as never, job });
    expect(became).toBe('ended');
    expect(ended).toEqual([
      expect.objectContaining({
        ...{ state: 'failed', refusal: 'IMPORT_FAILED', keptUntil: expect.any(Date) },
        message: expect.stringContaining('Make the same import again'),
      }),
    ]);
    expect(spool.remove).not.toHaveBeenCalled();
    written.mockRestore();
  });
});
