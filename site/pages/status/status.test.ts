import { GatewayRefusal } from '../../gateway/refusal';
import { servePages } from '../../testing/serve-pages';
import { askParts } from './ask-status';
import { allWords, partWords } from './part-words';
import { addStatus } from './status';

const part = {
  ...{ name: 'schools', state: 'ANSWERS' as const, since: null, seconds: 0.2 },
  findings: ['A rollup differs from the facts.'],
};
const silent = { ...part, state: 'SILENT' as const, since: '2026-12-01T10:15:00Z', seconds: null };
const SOURCE = { source: 'corporate-crm', stream: 'CORPORATE', from: '2020-04-01', to: '2022-06-30' };

const served = (
  parts: readonly unknown[] | Error,
  role: 'analyst' | 'admin',
  jobs: unknown = new GatewayRefusal('FORBIDDEN', 'not yours'),
) =>
  servePages({
    session: { role },
    answers: {
      Reach: { reach: { sources: [{ ...SOURCE, loadedAt: '2022-07-01T02:00:00Z' }] } },
      JobList: jobs,
    },
    add: (app, makers) =>
      addStatus(app, {
        ...makers,
        fetchDoor: async () => {
          if (parts instanceof Error) throw parts;
          return JSON.stringify({ parts });
        },
      }),
  });
type Served = Awaited<ReturnType<typeof served>>;
const shown = async (pages: Served) => {
  const answer = await pages.get('/status');
  await pages.stop();
  return { statusCode: answer.statusCode, text: answer.body.replaceAll(/\s+/g, ' ') };
};

describe('the status page', () => {
  it('says to anybody which parts answer and since when one does not, and how fresh the figures are', async () => {
    const { statusCode, text } = await shown(await served([part, { ...silent, name: 'insight' }], 'analyst'));
    expect(statusCode).toBe(200);
    expect(text).toContain('1 of 2 parts does not answer. All else works.');
    expect(text).toContain('Figures, lists and reports');
    expect(text).toContain('It has not answered since 1 Dec 2026, 10:15');
    expect(text).toContain('Records of 1 April 2020 to 30 June 2022, loaded: 1 July 2022');
    expect(text).not.toContain('A rollup differs');
    expect(text).not.toContain('What is being loaded');
  });

  it('says to an administrator what parts found, how quick they are, and what waits', async () => {
    const underWay = { edges: [{ node: { state: 'WORKING' } }, { node: { state: 'WAITING' } }] };
    const { text } = await shown(await served([part], 'admin', { underWay }));
    expect(text).toContain('Every part of the service answers.');
    expect(text).toContain('A rollup differs from the facts.');
    expect(text).toContain('Its latest answers took less than a second.');
    expect(text).toContain('Being done: 1. Waiting: 1.');
  });

  it('says that it cannot be said where the gateway does not answer', async () => {
    const { statusCode, text } = await shown(await served(new GatewayRefusal('UNREACHABLE', 'x'), 'analyst'));
    expect(statusCode).toBe(503);
    expect(text).toContain('cannot be shown right now');
  });

  it.each(['<html>', '{"parts":[{"name":1}]}'])(
    'takes nothing that is no answer of the gateway: %s',
    async (text) => {
      const asking = { accessToken: 'token', requestId: 'request' };
      await expect(askParts(async () => text, asking)).rejects.toThrow(GatewayRefusal);
    },
  );
});

describe('the words for a part', () => {
  it('are those that people know it by; one that is new has its own name', () => {
    expect(partWords({ ...part, name: 'new' }, { isInDetail: false }).name).toBe('new');
    expect(partWords({ ...silent, since: null }, { isInDetail: true }).words).toContain(
      'It has not answered, or',
    );
  });

  it.each([
    [[part, part], 'Every part of the service answers.'],
    [
      [{ ...part, state: 'SLOW' as const }, silent],
      '1 of 2 parts does not answer, 1 is slow. All else works.',
    ],
    [[silent, silent], '2 of 2 parts do not answer. All else works.'],
  ])('of all together are a sentence', (parts, words) => expect(allWords(parts)).toBe(words));
});
