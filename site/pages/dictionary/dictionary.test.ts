import { GatewayRefusal } from '../../gateway/refusal';
import { servePages } from '../../testing/serve-pages';
import { addFileNoting } from '../note-files';
import { addDictionary } from './dictionary';

const NO_NAMES = { graph: null, file: null, odata: null, sql: null };
const ENTRY = {
  ...{ title: null, within: null, type: null, scopes: [], roles: [], names: NO_NAMES },
  ...{ defined: null, deprecated: null },
};
const measure = (name: string, title: string) => ({
  ...ENTRY,
  ...{ id: `measure:${name}`, section: 'measures', name, title, says: `${title}, counted.` },
  ...{ scopes: ['figures'], roles: ['analyst'] },
  names: { ...NO_NAMES, graph: `Measure.${name}` },
  defined: {
    ...{ numerator: null, denominator: null, datedBy: 'The day of receipt', source: 'A law' },
    ...{ polarity: 'NEITHER', unit: 'COUNT', version: 2, since: '2021-04-01' },
  },
});
const column = (name: string) => ({
  ...{ ...ENTRY, id: `column:stages.${name}`, section: 'record-sets', name, says: `The ${name}.` },
  ...{ within: 'record-set:stages', type: 'day' },
  names: { ...NO_NAMES, sql: `bi.stages.${name}` },
});
const DICTIONARY = {
  sections: [
    { name: 'measures', title: 'Measures', says: 'What is counted.' },
    { name: 'record-sets', title: 'Record sets', says: 'Flat records.' },
  ],
  entries: [
    ...Array.from({ length: 30 }, (_, place) => measure(`M_${place}`, `Thing ${place}`)),
    measure('RECEIVED', 'Received'),
    { ...ENTRY, id: 'record-set:stages', section: 'record-sets', name: 'stages', says: 'A stage a row.' },
    column('receivedOn'),
    {
      ...column('number'),
      deprecated: { reason: 'Old. Use `stage`. Goes on 2027-12-01.', goesOn: '2027-12-01' },
    },
  ],
  changes: {
    since: '2026-11-30',
    changes: [
      {
        ...{ id: 'c', date: '2026-12-01', kind: 'breaking', part: 'A.b', what: 'A.b went.' },
        ...{ concerns: ['partners'], reason: 'It was <agreed>.' },
      },
      ...['One came.', 'Another came.'].map((what) => ({
        ...{ id: what.slice(0, 3), date: '2026-12-01', kind: 'safe', part: 'A.c', what },
        ...{ concerns: ['partners'], reason: 'It was <agreed>.' },
      })),
      {
        ...{ id: 'd', date: '2026-11-30', kind: 'dangerous', part: 'B.a', what: 'It may be null.' },
        ...{ concerns: ['callers of the graph'], reason: 'It was asked for.' },
      },
    ],
  },
};

async function serving(answer: unknown = JSON.stringify(DICTIONARY)) {
  const fetched: unknown[] = [];
  const site = await servePages({
    answers: {},
    add: (app, makers) => {
      addFileNoting(app, makers.gateway);
      addDictionary(app, {
        ...makers,
        async fetchDoor(path, { accessToken }) {
          fetched.push([path, accessToken]);
          if (answer instanceof Error) throw answer;
          return String(answer);
        },
      });
    },
  });
  return { ...site, fetched };
}
const titlesIn = (body: string) => [...body.matchAll(/dictionary__title" id="([^"]+)"/g)].map(([, id]) => id);

describe('the dictionary', () => {
  it('begins with what it holds, what is to go and what changed', async () => {
    const site = await serving();
    const { body, statusCode } = await site.get('/dictionary');
    expect(statusCode).toBe(200);
    expect(body).toMatch(/href="\/dictionary\?section=measures">Measures<.*?<dd class="glance__note">31</s);
    expect(body).toContain('Old. Use stage. Goes on 1 December 2027.');
    expect(body).toContain('1 December 2026');
    expect(body).toContain('It was &lt;agreed&gt;.');
    expect(site.fetched).toEqual([['/dictionary.json', 'access-1']]);
  });

  it('finds what is named so first, by words, however they are written', async () => {
    const site = await serving();
    expect(titlesIn((await site.get('/dictionary?q=received')).body)).toEqual([
      'measure-RECEIVED',
      'record-set-stages',
    ]);
    const { body } = await site.get('/dictionary?q=RECEIVED_on');
    expect(titlesIn(body)).toEqual(['record-set-stages']);
    expect(body).toContain('<code>receivedOn</code>');
    expect(body).not.toContain('<code>number</code>');
    expect(titlesIn((await site.get('/dictionary?q=received&section=record-sets')).body)).toEqual([
      'record-set-stages',
    ]);
  });

  it('shows a section page by page, and says of a measure all that its definition says', async () => {
    const site = await serving();
    const { body } = await site.get('/dictionary?section=measures');
    expect(titlesIn(body)).toHaveLength(25);
    expect(body).toContain('1 to 25 of 31');
    expect(body).toContain('href="/dictionary?section=measures&amp;page=2"');
    for (const words of ['The day of receipt', 'A law', 'Whole numbers', '2, since 1 April 2021', 'analyst'])
      expect(body).toContain(words);
    for (const page of ['2', '99', '2&page=3'])
      expect(
        titlesIn((await site.get(`/dictionary?section=measures&page=${page}`)).body).length,
      ).toBeGreaterThan(0);
    expect(titlesIn((await site.get('/dictionary?section=measures&page=2')).body)).toHaveLength(6);
  });

  it('says once when and why things changed, and folds what nobody has to act on', async () => {
    const { body } = await (await serving()).get('/dictionary');
    const changes = body.slice(body.indexOf('id="changes"'), body.indexOf('id="going"'));
    expect(changes.split('It was &lt;agreed&gt;.')).toHaveLength(2);
    expect([...changes.matchAll(/<h3[^>]*>([^<]+)</g)].map(([, day]) => day)).toEqual([
      '1 December 2026',
      '30 November 2026',
    ]);
    const [folded = ''] = /<details.*?<\/details>/s.exec(changes) ?? [];
    expect(folded).toContain('2 safe changes');
    expect(folded).toMatch(/One came.*Another came/s);
    expect(folded).not.toContain('went.');
    expect(changes.split('<details')).toHaveLength(2);
    expect(changes).toContain('A.<wbr>b went. <span');
  });

  it('lets names break after their marks alone', async () => {
    const site = await serving();
    expect((await site.get('/dictionary?section=measures')).body).toContain(
      '<code>Measure.<wbr>M_<wbr>0</code>',
    );
    const { body } = await site.get('/dictionary?q=number');
    expect(body).toContain('<code>number</code>');
  });

  it('says where nothing was found, and shows what was typed as it was typed', async () => {
    const site = await serving();
    const { body, statusCode } = await site.get('/dictionary?q=%3Cb%3Enothing&section=measures');
    expect([statusCode, titlesIn(body)]).toEqual([200, []]);
    expect(body).toContain('Nothing here has “&lt;b&gt;nothing” in its name');
    expect(body).toContain('look everywhere');
    expect((await site.get('/dictionary?section=nowhere')).body).toContain('What it holds');
    expect((await site.get('/dictionary?q=a&q=b')).statusCode).toBe(200);
  });

  it('goes out as the gateway gives it, as a file, and there is no other', async () => {
    const site = await serving('id,name\r\n');
    const file = await site.get('/dictionary/dictionary.csv');
    expect([file.body, file.headers['content-disposition'], file.headers['content-type']]).toEqual([
      'id,name\r\n',
      'attachment; filename="dictionary.csv"',
      'text/csv; charset=utf-8; header=present',
    ]);
    expect(site.fetched).toEqual([['/dictionary.csv', 'access-1']]);
    // It tells of no record and no figure: nobody notes who takes it.
    expect(site.asked).toEqual([]);
    expect((await site.get('/dictionary/constructor')).statusCode).toBe(404);
  });

  it.each([
    ['a part is down', new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'Down.')],
    ['what answers is no dictionary', '{"sections":[]}'],
    ['what answers is no JSON', 'Hello.'],
  ])('says that it cannot be had, and tries again, where %s', async (_, answer) => {
    const { statusCode, body } = await (await serving(answer)).get('/dictionary?q=a');
    expect(statusCode).toBe(503);
    expect(body).toContain('The dictionary cannot be shown right now.');
  });
});
