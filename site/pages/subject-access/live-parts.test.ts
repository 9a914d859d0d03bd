import { livePairs } from './live-parts';

const entry = {
  ...{ place: 1, text: 'It was recorded.', on: '2026-05-11' },
  words: [{ part: 'POINT_1', words: 'Late again' }],
};

describe('what is kept of a complaint that is worked on here', () => {
  it('is nothing for one that is not', () => {
    expect([livePairs(null), livePairs(undefined)]).toEqual([[], []]);
  });

  it('is everybody in it by what they are to it, and all that was written, the oldest first', () => {
    const live = {
      parties: [
        {
          ...{ kind: 'PERSON_CONCERNED', relationship: null, title: 'Ms', forename: null, surname: 'Madeup' },
          ...{ email: null, telephone: null, address: null, postcode: null, bornOn: null },
        },
      ],
      documents: [
        {
          ...{ name: 'Letter.pdf', mediaType: 'application/pdf', attachedAt: '2026-05-11T23:30:00Z' },
          leftOut: [{ name: 'x.exe' }],
        },
      ],
      letters: [
        {
          ...{ subject: 'Your complaint', status: 'DRAFT', begunAt: '2026-05-11T23:30:00Z' },
          ...{ addressee: null, paragraphs: [{ text: 'Dear Ms Madeup,' }] },
        },
      ],
      timeline: {
        edges: [
          { node: { ...entry, place: 2, text: 'Something was noted.', on: null, words: null } },
          { node: null },
          { node: entry },
        ],
      },
    } as const satisfies Parameters<typeof livePairs>[0];
    const parts = livePairs(live);
    expect(parts.map(({ title }) => title)).toEqual([
      ...[
        'Person 1, person concerned',
        'What happened, 1',
        'What happened, 2',
        'Letter 1, draft',
        'Document 1',
      ],
    ]);
    expect(parts[0]?.pairs).toContainEqual(['Name', 'Ms Madeup']);
    expect(parts[1]?.pairs).toEqual([
      ['What', 'It was recorded. 11 May 2026'],
      ['Point 1', 'Late again'],
    ]);
    expect(parts[2]?.pairs).toEqual([['What', 'Something was noted.']]);
    expect(parts[3]?.pairs).toContainEqual(['Text', 'Dear Ms Madeup,']);
    expect(parts[4]?.pairs).toContainEqual(['Attached on', '12 May 2026']);
    expect(parts[4]?.pairs).toContainEqual(['Came with it, and was not kept', 'x.exe']);
  });
});
