import type { EntitySet } from './entity-sets';
import { readResource } from './resource';
import { serviceRoot } from './service-root';

const setNamed = (name: string): EntitySet => ({
  ...{ name, type: name, description: '', properties: [] },
  of: { figures: { name, description: '', by: [] } },
});
const [fish, ponds] = [setNamed('Fish'), setNamed('Ponds')];
const read = (path: string) => readResource(`/odata/v4${path}`, [fish, ponds]);

describe('an address', () => {
  it.each([
    ['', { of: 'service' }],
    ['/', { of: 'service' }],
    ['/$metadata', { of: 'metadata' }],
    ['/%24metadata', { of: 'metadata' }],
    ['/Fish', { of: 'rows', set: fish }],
    ['/Fish/', { of: 'rows', set: fish }],
    ['/Ponds/$count', { of: 'count', set: ponds }],
    ["/Fish('carp')", { of: 'entity', set: fish, key: 'carp' }],
    ["/Fish(id='2021-04-01:-')", { of: 'entity', set: fish, key: '2021-04-01:-' }],
    ["/Fish('o''x%2Fy')", { of: 'entity', set: fish, key: "o'x/y" }],
  ])('%s', (path, resource) => {
    expect(read(path)).toEqual(resource);
  });

  it.each([
    ['/Nothing', 404, 'There is no set "Nothing". There are Fish, Ponds.'],
    ['/Fish/weight', 404, 'Behind Fish there is $count'],
    ['/Fish/$count/x', 404, 'Behind Fish'],
    ["/Fish('x')/weight", 501, 'Take $select'],
    ['/Fish(1)', 400, "as Fish('ID')"],
    ["/Fish('o'x')", 400, "as Fish('ID')"],
    ['/Fish%zz', 400, 'written %25'],
    ['/$batch', 501, 'one at a time'],
  ])('%s is refused with %i', (path, status, says) => {
    expect(() => read(path)).toThrow(
      expect.objectContaining({ status, message: expect.stringContaining(says) }),
    );
  });
});

describe('links', () => {
  it('begin with the origin that the caller asked, where that is known', () => {
    expect(serviceRoot({ origin: 'https://complaints.example' })).toBe(
      'https://complaints.example/odata/v4/',
    );
    expect(serviceRoot({ origin: null })).toBe('/odata/v4/');
  });
});
