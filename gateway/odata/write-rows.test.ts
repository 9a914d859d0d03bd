import { columnsOf } from './read-rows';
import { entityJson, pageJson, type Writing } from './write-rows';

const PROPERTIES = [
  { name: 'id', type: 'text', description: '', sortable: true },
  { name: 'weight', type: 'integer', description: '' },
  { name: 'kind', type: 'text', description: '' },
  { name: 'caughtOn', type: 'day', description: '' },
] as const;
const writing: Writing = {
  set: {
    ...{ name: 'Fish', type: 'Fish', description: '', properties: PROPERTIES },
    of: { figures: { name: 'fish', description: '', by: [] } },
  },
  ...{ properties: PROPERTIES.slice(1), isSelected: true, root: 'http://here/odata/v4/', level: 'minimal' },
};
const places = new Map(['weight', 'kind', 'caughtOn', 'id'].map((name, place) => [name, place]));
const ROW = ['7', 'a "b"\n', null, "o'x y"];

describe('rows as JSON', () => {
  it('hold what is shown, and no more', () => {
    const page = { rows: [ROW, ROW], places, counted: 2, nextLink: 'http://here/next' };
    const shown = { weight: 7, kind: 'a "b"\n', caughtOn: null };
    expect(JSON.parse(pageJson(writing, page))).toEqual({
      '@odata.context': 'http://here/odata/v4/$metadata#Fish(weight,kind,caughtOn)',
      ...{ '@odata.count': 2, value: [shown, shown], '@odata.nextLink': 'http://here/next' },
    });
    const none = { rows: [], places, counted: null, nextLink: null };
    expect(JSON.parse(pageJson({ ...writing, level: 'none' }, none))).toEqual({ value: [] });
  });

  it('say all of themselves where that is wanted', () => {
    expect(JSON.parse(entityJson({ ...writing, level: 'full' }, ROW, places))).toEqual({
      '@odata.context': 'http://here/odata/v4/$metadata#Fish(weight,kind,caughtOn)/$entity',
      '@odata.type': '#CouncilComplaints.Fish',
      '@odata.id': "http://here/odata/v4/Fish('o''x%20y')",
      '@odata.readLink': "Fish('o''x%20y')",
      ...{ 'weight@odata.type': '#Int32', weight: 7, kind: 'a "b"\n' },
      ...{ 'caughtOn@odata.type': '#Date', caughtOn: null },
    });
  });

  it('are read with what gives their place', () => {
    const asked = { properties: PROPERTIES.slice(1), condition: null, order: ['caughtOn', 'id'] };
    const page = { ...asked, descending: false, size: 1, place: null, isCounted: false };
    expect(columnsOf(page)).toEqual(['weight', 'kind', 'caughtOn', 'id']);
  });
});
