import type { ListPage } from './ask-list';
import { csvOf, tooMany } from './list-file';
import { listView } from './list-page';
import { readListQuestion } from './list-question';
import { columnHeads, fileCells, listTags, orderLinks, shownRow } from './list-view';
import type { ListRow } from './rows';

const choices = { services: ['Parks'], directorates: [], themes: [], channels: [] };
const row: ListRow = {
  reference: '100280668',
  href: '/complaints/corporate-1',
  stage: 2,
  on: '2021-06-03',
  stream: 'Corporate',
  service: 'Parks',
  dueOn: '2021-07-01',
  answeredOn: null,
  state: { words: 'overdue by 91 days', kind: 'bad' },
  isLost: false,
};
const page = (part: Partial<ListPage> = {}): ListPage => ({
  asAt: '2021-09-30',
  total: 1,
  rows: [row],
  lost: [],
  partial: [],
  measured: null,
  pageInfo: { hasNextPage: false, endCursor: 'abc' },
  ...part,
});
const figure = {
  value: 0.62,
  numerator: 62,
  denominator: 100,
  definition: {
    title: 'Share answered in time',
    unit: 'RATE',
    counts: 'The share of answers',
    denominator: 'Stages answered',
    datedBy: 'The day of the answer',
  },
} as const;
const measured = (total: number | null, value: number | null = 0.62) => ({
  counted: {
    asAt: '2021-09-30',
    partial: [],
    totalCount: total,
    edges: [],
    pageInfo: { hasNextPage: false, endCursor: null },
  },
  figure: { ...figure, value },
  rows: [row],
  lost: [],
});
const view = (query: object, part: Partial<ListPage> = {}) =>
  listView(
    readListQuestion({ ...query }, choices),
    { page: page(part), place: { after: null, number: 1 }, says: null },
    { asAt: '2021-09-30', hasStages: true, choices },
  );

describe('the page of a list', () => {
  it('has each thing that narrows it as a tag that can be taken away', () => {
    const question = readListQuestion(
      { measure: 'OVERDUE', streams: ['ADULTS', 'SCHOOLS'], asAt: '2021-06-30' },
      choices,
    );
    expect(listTags(question)).toEqual([
      {
        part: 'streams',
        name: 'Stream',
        value: 'Adult social care',
        withoutHref: '/complaints?streams=SCHOOLS&measure=OVERDUE&asAt=2021-06-30',
      },
      {
        part: 'streams',
        name: 'Stream',
        value: 'Schools',
        withoutHref: '/complaints?streams=ADULTS&measure=OVERDUE&asAt=2021-06-30',
      },
      {
        name: 'As at',
        value: '30 June 2021',
        withoutHref: '/complaints?streams=ADULTS&streams=SCHOOLS&measure=OVERDUE',
      },
    ]);
    const plain = readListQuestion({ status: 'OPEN', overdue: 'false', receivedFrom: '2021-04-01' }, choices);
    expect(listTags(plain).map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Status: Open',
      'Overdue: no',
      'Received from: 1 April 2021',
    ]);
    expect(listTags(plain)[0]?.withoutHref).toBe('/complaints?overdue=false&receivedFrom=2021-04-01');
  });

  it('says of a rate what is listed, and how many of these make it up', () => {
    const shown = view(
      { measure: 'IN_TIME_RATE', financialYears: '2021-22', quarters: 'Q2' },
      { measured: measured(100), total: 100 },
    );
    expect(shown).toMatchObject({
      heading: 'Share answered in time',
      figure: { measure: 'IN_TIME_RATE', exact: '0.62' },
      period: 'July to September 2021 (Q2 2021-22)',
      says: 'The list is what the figure is divided by: stages answered, 100. Of these, 62 make up the share.',
    });
  });

  it('says "not recorded" where the figure was not, and never 0', () => {
    expect(view({ measure: 'IN_TIME_RATE' }, { measured: measured(null, null), total: null })).toMatchObject({
      figure: { value: 'not recorded', exact: '' },
    });
  });

  it('tells how many complaints there are', () => {
    expect(view({}, { total: 1284 })).toMatchObject({ says: '1,284 complaints' });
    expect(view({ status: 'OPEN' }, { total: 0, rows: [] })).toMatchObject({
      says: 'no complaints that fit',
      list: { csvHref: null },
    });
  });

  it('shows why there is no such list, and offers the choices still', () => {
    const question = readListQuestion({ measure: 'RECEIVED' }, choices);
    const shown = listView(
      question,
      { page: null, says: 'Leave that out.' },
      { asAt: '2021-09-30', hasStages: true, choices },
    );
    expect(shown).toMatchObject({ list: null, problems: ['Leave that out.'] });
    expect(shown.narrowing.parts.length).toBeGreaterThan(3);
  });

  it('turns round the order that it has, and keeps what narrows it', () => {
    const question = readListQuestion({ status: 'OPEN', streams: 'ADULTS' }, choices);
    const links = orderLinks('/complaints', question, { field: 'RECEIVED_ON', direction: 'ASC' });
    expect(links.map(({ now }) => now)).toEqual(['ascending', null, null, null]);
    expect(links[0]?.href).toBe('/complaints?streams=ADULTS&status=OPEN&orderBy=RECEIVED_ON&direction=DESC');
    expect(links[1]?.href).toBe('/complaints?streams=ADULTS&status=OPEN&orderBy=DUE_ON&direction=ASC');
  });

  it('leaves cells empty that a part which is down would fill', () => {
    const lost = { ...row, dueOn: null, answeredOn: null, isLost: true };
    expect(shownRow(lost)).toMatchObject({ due: '', answered: '', isLost: true });
    expect(shownRow(row)).toMatchObject({
      on: '3 Jun 2021',
      due: '1 Jul 2021',
      answered: 'not yet',
      stage: 'Stage 2',
    });
    expect(shownRow({ ...row, dueOn: null })).toMatchObject({ due: 'none' });
  });
});

describe('the download of a list', () => {
  const question = readListQuestion({ measure: 'ANSWERED' }, choices);
  const read = async (steps: AsyncGenerator<string>) => {
    let text = '';
    for await (const part of steps) text += part;
    return text;
  };

  it('holds every row of every step, under the heads of the page', async () => {
    const second = page({ rows: [{ ...row, reference: '=2+3' }] });
    const asked: (string | null)[] = [];
    const steps = csvOf(
      question,
      page({ pageInfo: { hasNextPage: true, endCursor: 'abc' } }),
      async (after) => {
        asked.push(after);
        return second;
      },
    );
    expect(await read(steps)).toBe(
      "\uFEFFReference,Stage,Day counted,Stream,Service,Due,Answered,How it stands\r\n100280668,2,2021-06-03,Corporate,Parks,2021-07-01,,overdue by 91 days\r\n'=2+3,2,2021-06-03,Corporate,Parks,2021-07-01,,overdue by 91 days\r\n",
    );
    expect(asked).toEqual(['abc']);
  });

  it('breaks off where a step fails, and never ends as if it were whole', async () => {
    const steps = csvOf(question, page({ pageInfo: { hasNextPage: true, endCursor: 'abc' } }), async () =>
      Promise.reject(new Error('down')),
    );
    await expect(read(steps)).rejects.toThrow('down');
  });

  it('calls the day of what is open the day it was received', () => {
    expect(columnHeads(readListQuestion({ measure: 'OVERDUE' }, choices), false)[2]).toBe('Received');
    expect(columnHeads(readListQuestion({}, choices), false)[2]).toBe('Received');
    expect(columnHeads(question, false)[2]).toBe('Day counted');
  });

  it('has as many cells as heads, of cases too', () => {
    expect(fileCells(row, false)).toHaveLength(8);
    expect(fileCells(row, true)).toHaveLength(6);
  });

  it('is refused beyond what people wait for, with what to do', () => {
    expect(tooMany(20_000)).toBeNull();
    expect(tooMany(null)).toBeNull();
    expect(tooMany(20_001)).toMatch(/20,001 rows.*20,000 at most\. Narrow it/);
  });
});
