import { type Defined, definitionOf } from './filling';

describe('the definition that a report was begun by', () => {
  const progress: Defined = { key: 'progress', title: 'Progress', version: 2, upTo: ['Q2'] };
  const filling = { definitionNamed: (key: string) => (key === 'progress' ? progress : null) };

  it('is found by its key', () => {
    expect(definitionOf(filling, { definition: 'progress' })).toBe(progress);
  });

  it('is missed where there is none any more', () => {
    expect(() => definitionOf(filling, { definition: 'gone' })).toThrow('not there any more');
  });
});
