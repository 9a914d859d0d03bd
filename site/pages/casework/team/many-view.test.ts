import { complaintsWords, manyView, type StreamCame } from './many-view';

const nameOf = (subject: string) => (subject === 'olu' ? 'Olu Somebody' : subject);
const came = (given: object): StreamCame['came'] =>
  JSON.parse(
    JSON.stringify({ __typename: 'ManyDone', done: [], refused: [], left: 0, absence: null, ...given }),
  );
const complaint = { __typename: 'CorporateComplaint', id: 'corporate-1', reference: 'COR-1' };

describe('what came of a command on many complaints', () => {
  it('is told of each, over all streams', () => {
    const view = manyView(
      [
        { stream: 'CORPORATE', ids: [], came: came({ done: [{ id: 'corporate-1', complaint }], left: 7 }) },
        {
          ...{ stream: 'ADULTS', ids: [] },
          came: came({ refused: [{ id: 'adults-1', message: 'It was changed.', complaint: null }], left: 1 }),
        },
        { stream: 'SCHOOLS', ids: ['schools-1'], came: null },
      ],
      nameOf,
    );
    expect(view).toEqual({
      ...{ left: 8, lost: ['Schools'], doneWords: '1 complaint', away: null },
      done: [{ id: 'corporate-1', reference: 'COR-1', href: '/complaints/corporate-1', stream: 'Corporate' }],
      refused: [
        {
          ...{ id: 'adults-1', reference: 'Without a reference', href: null, why: 'It was changed.' },
          stream: 'Adult social care',
        },
      ],
    });
  });

  it('is the same of each where a stream refuses the whole', () => {
    const unusable: StreamCame['came'] = {
      __typename: 'CommandUnusable',
      message: 'No such group.',
      part: 'group',
    };
    const { refused, done } = manyView([{ stream: 'CORPORATE', ids: ['a', 'b'], came: unusable }], nameOf);
    expect([refused.map(({ id, why }) => [id, why]), done]).toEqual([
      [
        ['a', 'No such group.'],
        ['b', 'No such group.'],
      ],
      [],
    ]);
  });

  it.each([
    [{ to: '2026-12-11', standsIn: 'olu' }, 'away until 11 December 2026. Olu Somebody stands in'],
    [{ to: '2026-12-11', standsIn: null }, 'away until 11 December 2026. Nobody stands in'],
  ])('says that whoever has them is away', (absence, words) => {
    expect(manyView([{ stream: 'ADULTS', ids: [], came: came({ absence }) }], nameOf).away).toBe(words);
  });

  it('counts in words', () => {
    expect([1, 0, 1203].map(complaintsWords)).toEqual(['1 complaint', 'no complaints', '1,203 complaints']);
  });
});
