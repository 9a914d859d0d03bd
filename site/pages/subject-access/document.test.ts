import fc from 'fast-check';
import { hashOf, isOfOthers, partsOf, redacted } from './document';

const KEPT = {
  ...{
    id: 'corporate-1',
    reference: '100',
    stream: 'CORPORATE' as const,
    openToCaller: true,
    casework: null,
    retention: null,
  },
  stages: [
    {
      ...{
        stage: 1,
        reference: '100',
        receivedOn: '2021-05-04',
        dueOn: null,
        answeredOn: '2021-05-06',
      },
      ...{ outcome: 'UPHELD' as const, service: 'Parking' },
      lineage: {
        source: 'corporate-crm',
        cells: [
          { column: 'Officer', value: 'Madeup Officer' },
          { column: 'Summary', value: 'My neighbour, Other  Person, saw it.' },
        ],
      },
    },
  ],
};
const PEOPLE = {
  ...{
    __typename: 'CorporateComplaint' as const,
    id: 'corporate-1',
    reference: '100',
    stream: 'CORPORATE' as const,
  },
  accounts: [
    {
      ...{ stage: 1, person: null, relationship: null, title: 'Mrs', forename: 'Madeup', surname: 'Self' },
      ...{ name: null, email: 'self@example.org', postcode: null, summary: 'OTHER PERSON saw it.' },
    },
  ],
};

describe('what a person is sent', () => {
  const parts = partsOf(KEPT, PEOPLE);

  it('has all that is kept: what was said, what was done, and the row as it came', () => {
    expect(parts.map(({ title }) => title)).toEqual([
      'Who complained and what was said, stage 1',
      'What the council did, stage 1',
      'As the inherited system holds it (corporate-crm), stage 1',
    ]);
    expect(parts.flatMap(({ entries }) => entries.map(({ name }) => name))).toEqual([
      ...['Name', 'Email', 'What was said', 'Reference', 'Received on', 'Answered on', 'Finding', 'Service'],
      ...['Officer', 'Summary'],
    ]);
    const keys = parts.flatMap(({ entries }) => entries.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves out who handled it unless somebody puts them in, and strikes others out wherever they stand', () => {
    const entries = parts.flatMap(({ entries: each }) => each);
    const leftOut = entries.filter(isOfOthers).map(({ key }) => key);
    expect(leftOut).toEqual(['As the inherited system holds it (corporate-crm), stage 1: Officer']);
    const text = JSON.stringify(redacted(parts, { leftOut, struck: ['Other', 'other person'] }));
    for (const gone of ['Madeup Officer', 'Other  Person', 'OTHER PERSON']) expect(text).not.toContain(gone);
    expect(text).toContain('Left out: it tells of somebody else');
    expect(text).toContain('My neighbour, [struck out], saw it.');
    expect(text).toContain('self@example.org');
  });

  it('is another as soon as anything that is kept is another', () => {
    expect(hashOf(parts)).toBe(hashOf(partsOf(KEPT, PEOPLE)));
    expect(hashOf(parts.slice(1))).not.toBe(hashOf(parts));
  });

  it('never holds what was struck out, whatever it is', () => {
    const words = fc.string({ minLength: 2, maxLength: 12 }).filter((text) => text.trim().length > 1);
    fc.assert(
      fc.property(words, fc.string(), fc.string(), (struck, before, after) => {
        const value = `${before}${struck}${after}`;
        const [one] = redacted([{ title: 't', entries: [{ key: 'k', name: 'n', value }] }], {
          leftOut: [],
          struck: [struck],
        });
        const left = one?.entries[0]?.value.replaceAll('[struck out]', '\n') ?? '';
        expect(left.toLowerCase().includes(struck.toLowerCase())).toBe(false);
      }),
    );
  });
});
