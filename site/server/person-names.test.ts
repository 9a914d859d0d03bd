import { namesOf, subjectAlone } from './person-names';

describe('what people are called', () => {
  it('is their name where it is known, and their subject otherwise', () => {
    const nameOf = namesOf([{ subject: 'olu', name: 'Olu Somebody' }]);
    expect(['olu', 'eve'].map(nameOf)).toEqual(['Olu Somebody', 'eve']);
    expect(subjectAlone('olu')).toBe('olu');
  });
});
