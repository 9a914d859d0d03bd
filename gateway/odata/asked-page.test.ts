import { readAskedEntity, readAskedPage } from './asked-page';
import type { EntitySet } from './entity-sets';
import { readOrder } from './read-order';
import { readToken, writeToken } from './skip-token';

const SET: EntitySet = {
  ...{ name: 'Fish', type: 'Fish', description: 'A fish.' },
  of: { figures: { name: 'fish', description: '', by: [] } },
  properties: [
    { name: 'id', type: 'text', description: '', sortable: true },
    { name: 'weight', type: 'integer', description: '' },
    { name: 'caughtOn', type: 'day', description: '', sortable: true },
  ],
};
const read = (query: string, preferred: number | null = null) =>
  readAskedPage(SET, new URLSearchParams(query), preferred);

describe('what is asked of a set', () => {
  it('is all of it in the order of its key, where nothing is said', () => {
    expect(read('')).toMatchObject({
      ...{ properties: SET.properties, isSelected: false, condition: null, order: ['id'], descending: false },
      ...{ isCounted: false, place: null, wanted: null, size: 5_000 },
    });
  });

  it('is some of it', () => {
    const asked = read(
      '$select=caughtOn, id&$top=7000&$count=true&$orderby=caughtOn desc&$filter=weight gt 2',
      30,
    );
    expect(asked.properties.map(({ name }) => name)).toEqual(['id', 'caughtOn']);
    expect(asked).toMatchObject({ isSelected: true, order: ['caughtOn', 'id'], descending: true });
    expect(asked).toMatchObject({ isCounted: true, wanted: 7_000, size: 30, condition: { is: 'IS_MORE' } });
    expect(read('$select=*').isSelected).toBe(false);
    expect([read('$top=3', 30).size, read('', 9_000).size, read('$top=0').size]).toEqual([3, 5_000, 0]);
  });

  it('goes on from a token of the same question', () => {
    const { question } = read('$top=20&$filter=weight gt 2');
    const place = { after: ['carp'], left: 15, counted: 99 };
    const $skiptoken = writeToken(place, question);
    expect(read(`$top=20&$filter=weight gt 2&$skiptoken=${$skiptoken}`)).toMatchObject({
      place,
      wanted: 15,
      size: 15,
    });
    expect(() => read(`$top=21&$filter=weight gt 2&$skiptoken=${$skiptoken}`)).toThrow('of another question');
    expect(() => read(`$skiptoken=${$skiptoken}`)).toThrow('of another question');
    for (const made of ['', 'abc', Buffer.from('{"of":1}').toString('base64url')])
      expect(() => readToken(made, question)).toThrow('no place in a list');
  });

  it('is one entity, with what of it is chosen', () => {
    expect(readAskedEntity(SET, new URLSearchParams('$select=weight'), "o'x")).toMatchObject({
      condition: { is: 'IS_ONE_OF', column: 'id', values: ["o'x"] },
      ...{ size: 1, isSelected: true },
    });
    expect(() => readAskedEntity(SET, new URLSearchParams('$top=1'), 'x')).toThrow(
      'There are $select, $format',
    );
  });

  it.each([
    ['$skip=5', 501, '`@odata.nextLink`'],
    ['$expand=x', 501, 'The sets are flat'],
    ['$apply=aggregate(x)', 501, 'MonthlyFigures'],
    ['$search=x', 501, 'contains(theme'],
    ['$compute=x', 501, 'where you read them'],
    ['top=5', 400, 'There are $select, $filter'],
    ['constructor=1', 400, 'There are $select, $filter'],
    ['$top=-1', 400, '$top is "-1"'],
    ['$top=5&$top=6', 400, '$top is there twice'],
    ['$count=yes', 400, 'Write true or false'],
    ['$select=id,scales', 400, 'Fish has no property "scales". There are id, weight'],
    ['$orderby=weight', 501, 'in the order of id, caughtOn'],
    ['$orderby=scales', 400, 'is no property of Fish'],
    ['$orderby=id descending', 400, 'is no property of Fish with asc or desc'],
    ['$orderby=caughtOn,id desc', 501, 'in one direction'],
    ['$orderby=id,id', 400, 'names id twice'],
    ['$filter=', 400, 'it ends where a property is expected'],
  ])('%s is refused with %i', (query, status, says) => {
    expect(() => read(query)).toThrow(
      expect.objectContaining({ status, message: expect.stringContaining(says) }),
    );
  });
});

describe('the order', () => {
  it('ends with what tells each row from every other', () => {
    expect(readOrder(SET, 'caughtOn asc')).toEqual({ order: ['caughtOn', 'id'], descending: false });
    expect(readOrder(SET, 'id desc,caughtOn desc')).toEqual({ order: ['id'], descending: true });
  });
});
