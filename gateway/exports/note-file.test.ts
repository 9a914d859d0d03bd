import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';
import { noteFile } from './note-file';

const callerOf = (role: string) => ({ identity: { role, subject: 'somebody' } }) as unknown as Caller;

function graphThat(data: unknown) {
  const asked: unknown[] = [];
  const graph: Pick<Graph, 'ask'> = {
    async ask({ variables }) {
      asked.push(variables);
      return { status: 200, data: data as never, errors: [] };
    },
  };
  return { graph, asked };
}

const FILE = { name: 'stages.csv', filter: 'streams=ADULTS', rows: 3 };

describe('a file that is about to be given', () => {
  it('is noted with how its rows were chosen, and how many they are', async () => {
    const { graph, asked } = graphThat({ noteFile: true });
    await noteFile(graph, { ...FILE, filter: 'x'.repeat(600) }, callerOf('analyst'));
    const [noted] = asked as { filter: string }[];
    expect(noted).toEqual({ ...FILE, filter: expect.stringMatching(/^x{470,}&sha256=[0-9a-f]{16}$/) });
    expect(noted?.filter).toHaveLength(500);
    await noteFile(graph, { ...FILE, filter: 'x'.repeat(601) }, callerOf('analyst'));
    expect(asked[1]).not.toEqual(noted);
  });

  it.each([null, {}, { noteFile: null }])('is not given where it could not be noted: %j', async (data) => {
    const { graph } = graphThat(data);
    await expect(noteFile(graph, FILE, callerOf('analyst'))).rejects.toMatchObject({ status: 503 });
  });

  it('is noted otherwise for partners', async () => {
    const { graph, asked } = graphThat(null);
    const noted: string[] = [];
    const noteAsked = (fields: readonly string[]) => void noted.push(...fields);
    await noteFile(graph, FILE, { ...callerOf('partner'), noteAsked });
    expect([asked, noted]).toEqual([[], ['stages.csv/streams=ADULTS/3 rows']]);
  });
});
