import type { Caller } from '../graph/caller';
import { addToGraph } from './add-to-graph';

const given = {
  asked: { source: 'crm', file: 'May.csv', dryRun: true },
  file: { name: 'upload-1', bytes: 4, sha256: 'hash' },
  caller: {} as Caller,
};
const answering = (data: Record<string, unknown> | null) => ({
  ask: jest.fn(async () => ({ status: 200, data, errors: [] })),
});

describe('an import that is added to the graph', () => {
  it('is known by its id', async () => {
    const graph = answering({ added: { job: { id: '7' } } });
    expect(await addToGraph(graph, given)).toBe('7');
    const variables = {
      upload: 'upload-1',
      source: 'crm',
      file: 'May.csv',
      bytes: 4,
      sha256: 'hash',
      dryRun: true,
    };
    expect(graph.ask).toHaveBeenCalledWith(expect.objectContaining({ variables }), given.caller);
  });

  it('is refused as the graph says, or later where it says nothing', async () => {
    const refused = answering({ added: { code: 'UPLOAD_UNUSABLE', message: 'It is none.' } });
    await expect(addToGraph(refused, given)).rejects.toMatchObject({ status: 400, message: 'It is none.' });
    await expect(addToGraph(answering(null), given)).rejects.toMatchObject({ status: 503 });
  });
});
