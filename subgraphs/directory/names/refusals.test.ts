import { councilNameUnusable } from './refusals';

const partOf = (id: string, name: string) => councilNameUnusable({ id, name })?.part ?? null;

describe('a name of the council', () => {
  it.each(['parking', 'revenues-benefits', 'a1', 'x'.repeat(60)])('may have the id %s', (id) =>
    expect(partOf(id, 'Parking')).toBeNull(),
  );

  it.each(['', 'Parking', '1st', 'a--b', 'a-', '-a', 'a b', 'x'.repeat(61)])('may not have the id %j', (id) =>
    expect(partOf(id, 'Parking')).toBe('id'),
  );

  it('has words, and not too many', () => {
    expect(partOf('parking', ' ')).toBe('name');
    expect(partOf('parking', 'x'.repeat(100))).toBeNull();
    expect(partOf('parking', 'x'.repeat(101))).toBe('name');
  });
});
