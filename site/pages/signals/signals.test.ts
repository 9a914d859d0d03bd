import { GatewayRefusal } from '../../gateway/refusal';
import type { SignalLineFragment } from '../../operations/__generated__/operations';
import { type Answers, servePages } from '../../testing/serve-pages';
import { chosenSignals, periodChoices } from './chosen-signals';
import { addNotePage } from './note';
import { signalChart } from './signal-chart';
import { noteView } from './signal-view';
import { addSignalPages } from './signals';

const ID = 'OVER_TIME/RECEIVED/DIRECTORATE/CORPORATE/2/place/2021-04-01/2021-09-30';
const quarter = (from: string, to: string, value: number | null, isJudged = false) => ({
  ...{ from, to, value, isJudged, denominator: null },
});
const note: SignalLineFragment['notes'][number] = {
  ...{ version: 1, text: 'A <b>new</b> round', state: 'EXPLAINED', writtenBy: 'olu' },
  writtenAt: '2021-10-04T09:00:00.000Z',
};
const rise: SignalLineFragment = {
  ...{ id: ID, kind: 'OVER_TIME', dimension: 'DIRECTORATE', name: 'Services to Place', stream: 'CORPORATE' },
  ...{ stage: 2, measure: 'RECEIVED', from: '2021-04-01', to: '2021-09-30', direction: 'ROSE' },
  ...{ judgement: 'CHANGED', value: 54, denominator: null, expected: 31 },
  ...{
    usual: { from: 19, to: 44 },
    outer: { from: 14, to: 53 },
    sentence: 'It rose to 54.',
    rule: 'By a count.',
  },
  quarters: [
    quarter('2020-10-01', '2020-12-31', null),
    quarter('2021-01-01', '2021-03-31', 16),
    quarter('2021-04-01', '2021-06-30', 28, true),
    quarter('2021-07-01', '2021-09-30', 26, true),
  ],
  ...{ services: [], madeOf: [{ name: 'Greenspace', value: 16, expected: 6.54 }] },
  ...{ state: 'EXPLAINED', version: 1, notes: [note] },
};
const among = {
  ...rise,
  ...{
    id: ID.replace('OVER_TIME', 'AMONG_SERVICES'),
    kind: 'AMONG_SERVICES',
    dimension: 'SERVICE',
    name: 'Bins',
  },
  ...{
    measure: 'IN_TIME_RATE',
    direction: 'FELL',
    judgement: 'WORSE',
    value: 0.4,
    denominator: 20,
    expected: 0.7,
  },
  ...{ quarters: [], madeOf: [], notes: [], state: 'OPEN', version: 0, sentence: 'Fewer were in time.' },
  services: [{ name: 'Bins', value: 0.4, numerator: 8, denominator: 20 }],
};
const told = (signals: readonly object[]) => ({
  signals: {
    ...{ asAt: '2021-10-01', financialYear: '2021-22', upTo: 'Q2', judged: 89, tooFew: 256 },
    ...{ partial: ['ADULTS'], signals },
  },
});

let served: Awaited<ReturnType<typeof servePages>>;
const serve = async (answers: Answers) => {
  served = await servePages({ add: addSignalPages, answers, session: { role: 'analyst' } });
  return served;
};
afterEach(() => served?.stop());

describe('the page of signals', () => {
  it('tells each with its numbers, its list, its services and what was found out', async () => {
    const { get } = await serve({ Signals: told([rise, among]) });
    const { body } = await get('/signals');
    expect(body).toContain('It rose to 54.');
    expect(body).toContain('Greenspace 16 (6.5 expected)');
    expect(body).toContain('89 series of numbers were judged');
    expect(body).toContain('256 more were too few');
    expect(body).toContain('Nothing is said of Adult social care');
    expect(body).toContain('A &lt;b&gt;new&lt;/b&gt; round');
    expect(body).toContain('directorates=Services+to+Place&amp;measure=RECEIVED');
    expect(body).toContain('services=Bins&amp;measure=IN_TIME_RATE');
    expect(body).toMatch(/Bins<\/th>.*40.%.*8 of 20/s);
    expect(body).toContain('not recorded');
    expect(body).toContain('Up to Q1 2021-22');
  });

  it('narrows by what makes sense alone, and looks back', async () => {
    const { get, asked } = await serve({ Signals: told([]) });
    const { body } = await get('/signals?direction=FELL&dimension=NONE&state=OPEN&period=2020-21.Q4');
    expect(asked[0]?.variables).toEqual({
      ...{ where: { directions: ['FELL'], states: ['OPEN'] }, financialYear: '2020-21', upTo: 'Q4' },
    });
    expect(body).toContain('No signal fits.');
    await get('/signals?period=now');
    expect(asked[1]?.variables).toEqual({ where: {} });
    expect((await get('/signals')).body).toContain('Nothing is more than noise in this period.');
  });

  it('says that it cannot be had, and is not for everybody', async () => {
    const down = await (await serve({ Signals: new GatewayRefusal('UNREACHABLE', 'down') })).get('/signals');
    expect([down.statusCode, down.body.includes('The signals cannot be shown right now.')]).toEqual([
      503,
      true,
    ]);
    await served.stop();
    const { get } = await serve({ Signals: new GatewayRefusal('FORBIDDEN', 'no') });
    expect((await get('/signals')).statusCode).toBe(403);
  });
});

describe('the parts of those pages', () => {
  it('read an address, and offer the quarters that have ended', () => {
    expect(chosenSignals({ state: ['OPEN'], period: '2021-22.Q5' })).toEqual({ where: {} });
    expect(
      periodChoices('2021-09-29')
        .slice(0, 2)
        .map(({ value }) => value),
    ).toEqual(['2021-22.Q1', '2020-21.Q4']);
    expect(periodChoices('2021-09-30')[0]?.value).toBe('2021-22.Q2');
    expect(noteView(note)).toMatchObject({ state: 'Explained', by: 'olu, 4 October 2021' });
  });

  it('draw a count with the limits of its quarters, and nothing beside other services', () => {
    const drawn = signalChart(rise, 'one');
    expect(drawn?.rows.map(({ cells }) => cells[0])).toEqual(['not recorded', '16', '28', '26']);
    expect(drawn?.note).toContain('the last 2 quarters together');
    expect(signalChart({ ...rise, quarters: [] }, 'two')).toBeNull();
  });

  it('are there one by one', async () => {
    served = await servePages({ add: addNotePage, answers: { Signals: told([]) } });
    expect((await served.get('/signals/note?id=x')).statusCode).toBe(404);
  });
});

describe('the page of what was found out', () => {
  const AT = `/signals/note?id=${encodeURIComponent(ID)}&period=2021-22.Q2`;
  const typed = {
    id: ID,
    period: '2021-22.Q2',
    basedOnVersion: '1',
    text: 'Two rounds again',
    state: 'ACTED_ON',
  };

  it('shows what stands, and keeps what is written, based on what was read', async () => {
    const outcome = { __typename: 'NotedSignal', id: ID };
    const { get, post, asked } = await serve({ Signals: told([rise]), NoteSignal: { outcome } });
    expect((await get(AT)).body).toContain('name="basedOnVersion" value="1"');
    const sent = await post('/signals/note', typed);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/signals?period=2021-22.Q2&saved=yes']);
    expect(asked.at(-1)?.variables).toEqual({
      id: ID,
      basedOnVersion: 1,
      text: 'Two rounds again',
      state: 'ACTED_ON',
    });
  });

  it('shows what somebody else wrote meanwhile beside what was typed', async () => {
    const outcome = { __typename: 'SignalNoted', message: 'Version 1 stands by now.', note };
    const { post } = await serve({ Signals: told([rise]), NoteSignal: { outcome } });
    const { statusCode, body } = await post('/signals/note', { ...typed, basedOnVersion: '0' });
    expect(statusCode).toBe(400);
    for (const words of ['Version 1 stands by now.', 'Two rounds again', 'A &lt;b&gt;new&lt;/b&gt; round'])
      expect(body).toContain(words);
  });

  it('is not there for no signal, for what no form sends, and without its token', async () => {
    const { get, post } = await serve({ Signals: told([]) });
    expect((await get(AT)).statusCode).toBe(404);
    expect((await get('/signals/note')).statusCode).toBe(404);
    expect((await post('/signals/note', { ...typed, state: 'DONE' })).statusCode).toBe(404);
    expect((await post('/signals/note', typed, 'forged')).statusCode).toBe(403);
  });
});
