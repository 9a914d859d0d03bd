import { namesOf } from '../../server/person-names';
import { DIRECTION_WORDS, momentDay, RAG_WORDS, versionWords } from './words';

const DRAFT = {
  ...{ version: 2, state: 'DRAFT', openedBy: 'olu', openedAt: '2021-10-15T23:30:00Z' },
  ...{ frozenBy: null, frozenAt: null },
};

const nameOf = namesOf([{ subject: 'olu', name: 'Olu Somebody' }]);

describe('the words of a report', () => {
  it('tell who began and who froze a version, by the day in London', () => {
    expect(versionWords(DRAFT, nameOf)).toBe('Version 2, a draft: begun by Olu Somebody on 16 October 2021');
    expect(versionWords({ ...DRAFT, frozenBy: 'ada', frozenAt: '2021-11-02T09:00:00Z' }, nameOf)).toBe(
      'Version 2, frozen by ada on 2 November 2021',
    );
    expect(momentDay('2021-01-01T00:00:00Z')).toBe('1 January 2021');
  });

  it('are others for each', () => {
    for (const words of [RAG_WORDS, DIRECTION_WORDS])
      expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });
});
