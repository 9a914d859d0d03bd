import Fastify from 'fastify';
import { sendFile } from './list-file';
import { listFrame } from './list-view';
import { QUARANTINE_PATH, quarantineHref, roomsFor } from './paths';
import { readQualityFilter } from './quality-filter';
import { ROW_STATE_CHOICES } from './quarantine/states';

const filterOf = (query: Record<string, string>) =>
  readQualityFilter(query, { names: null, states: ROW_STATE_CHOICES });

describe('what stands around a list', () => {
  it('tells what it is narrowed to, each to be taken away, and keeps it in the file', () => {
    const frame = listFrame({
      ...{ path: QUARANTINE_PATH, names: null, states: ROW_STATE_CHOICES, place: { after: null, number: 1 } },
      filter: filterOf({ stream: 'ADULTS', state: 'SETTLED', aboutFrom: '2021-04-01' }),
      given: { rows: 1, total: 1, pageInfo: { hasNextPage: false, endCursor: null } },
    });
    expect(frame.tags.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Stream: Adult social care',
      'State: Settled in any way',
      'About days from: 1 Apr 2021',
    ]);
    expect(frame.tags[0]?.withoutHref).toBe('/data-quality/quarantine?state=SETTLED&aboutFrom=2021-04-01');
    expect(frame.csvHref).toContain('/data-quality/quarantine.csv?stream=ADULTS');
  });

  it('leads to the rooms beside it, and marks its own', () => {
    expect(roomsFor(QUARANTINE_PATH).map(({ isCurrent }) => isCurrent)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(quarantineHref({ code: null })).toBe('/data-quality/quarantine');
  });
});

describe('a list as a file', () => {
  it('is not begun where it would be cut short', async () => {
    const app = Fastify();
    const page = (_: object, __: string, view: object) => JSON.stringify(view);
    app.get('/', async (request, reply) => {
      const step = { totalCount: 20_001, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
      const file = { name: 'all', heads: ['Id'], cellsOf: () => [], step: async () => step };
      return sendFile({ page, request, reply }, file);
    });
    const answer = await app.inject('/');
    expect([answer.statusCode, answer.json().says[0]]).toEqual([
      422,
      expect.stringContaining('The list has 20,001 rows'),
    ]);
    await app.close();
  });
});
