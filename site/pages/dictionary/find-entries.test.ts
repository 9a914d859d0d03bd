import fc from 'fast-check';
import { findEntries } from './find-entries';
import type { Entry } from './read-dictionary';

const entry = (id: string, given: Partial<Entry> = {}): Entry => ({
  ...{ id, section: 'fields', name: id, title: null, says: '', within: null, type: null },
  ...{ scopes: [], roles: [], defined: null, deprecated: null },
  names: { graph: null, file: null, odata: null, sql: null },
  ...given,
});
const ENTRIES = [
  entry('aStage', { says: 'Received on a day.' }),
  entry('set', { section: 'record-sets' }),
  entry('receivedOn', { within: 'set' }),
  entry('other', { within: 'set' }),
  entry('RECEIVED', { section: 'measures', title: 'Received' }),
];
const found = (words: string, section = '') =>
  findEntries({ entries: ENTRIES }, { words, section }).map(({ whole, parts }) => [
    whole.id,
    ...parts.map(({ id }) => id),
  ]);

describe('what the dictionary finds', () => {
  it('has all the words; what is named so stands first, then what is called so, then what is said so', () => {
    expect(found('received')).toEqual([['RECEIVED'], ['set', 'receivedOn'], ['aStage']]);
    expect(found('received day')).toEqual([['aStage']]);
    expect(found('received nowhere')).toEqual([]);
  });

  it('is of one section where one is chosen, and all of it where no words are', () => {
    expect(found('received', 'measures')).toEqual([['RECEIVED']]);
    expect(found('', 'record-sets')).toEqual([['set', 'receivedOn', 'other']]);
    expect(found(' . ')).toHaveLength(3);
  });

  it('is the same however a name is written', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{2,6}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, (parts) => {
        const camel = parts
          .map((part, place) => (place === 0 ? part : `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`))
          .join('');
        for (const written of [parts.join('_'), parts.join('_').toUpperCase(), parts.join(' '), camel]) {
          const [first] = findEntries({ entries: [entry(camel)] }, { words: written, section: '' });
          expect(first?.whole.id).toBe(camel);
        }
      }),
      { numRuns: 50 },
    );
  });
});
