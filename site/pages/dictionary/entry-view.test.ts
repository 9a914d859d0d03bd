import { entryView, goingOf } from './entry-view';
import { askDictionary, type Entry } from './read-dictionary';

const NAMES = { graph: null, file: null, odata: null, sql: null };
const entry = (id: string, given: Partial<Entry> = {}): Entry => ({
  ...{ id, section: 'record-sets', name: id, title: null, says: `${id}.`, within: null, type: null },
  ...{ scopes: [], roles: [], defined: null, deprecated: null, names: NAMES },
  ...given,
});
const column = (name: string, sql: string) =>
  entry(name, { within: 'set', type: 'day', names: { graph: null, file: name, odata: `Set/${name}`, sql } });

describe('an entry on its page', () => {
  it('says once where its parts bear the same name, and each name that differs', () => {
    const whole = entry('set', { scopes: ['facts'], roles: ['analyst', 'admin'] });
    const { heads, rows, facts } = entryView({ whole, parts: [column('aDay', 'bi.set.a_day')] });
    expect(heads).toEqual(['Name, also in files, to OData', 'What it is', 'Type', 'Graph', 'SQL']);
    expect(rows[0]?.cells.map(({ value }) => value)).toEqual(['aDay.', 'day', '', 'a_day']);
    expect(facts).toEqual([{ name: 'Open to', value: 'analyst, admin; by facts', isName: false }]);
  });

  it('names arguments without their field, and says of a scope who has it', () => {
    const argument = entry('field:Query.a.b', { section: 'fields', name: 'Query.a(b:)' });
    const { rows, heads } = entryView({ whole: entry('a', { section: 'fields' }), parts: [argument] });
    expect([rows[0]?.name, rows[0]?.anchor, heads.length]).toEqual(['b', 'field-Query-a-b', 3]);
    const scope = entry('audit', { section: 'scopes', scopes: ['audit'] });
    expect(entryView({ whole: scope, parts: [] })).toMatchObject({
      ...{ heads: [], rows: [] },
      facts: [{ name: 'Open to', value: 'no role' }],
    });
  });

  it('says what is to go, the soonest first, without the marks of programs', () => {
    const going = (goesOn: string) => ({
      deprecated: { reason: `Old. Use \`b\`. Goes on ${goesOn}.`, goesOn },
    });
    const undated = entry('c', { deprecated: { reason: 'Old.', goesOn: null } });
    const entries = [entry('a', going('2027-12-01')), undated, entry('b', going('2027-06-01'))];
    expect(goingOf({ entries })).toEqual([
      { name: 'b', says: 'Old. Use b. Goes on 1 June 2027.' },
      { name: 'a', says: 'Old. Use b. Goes on 1 December 2027.' },
    ]);
  });
});

describe('the dictionary that the gateway gives', () => {
  it.each(['{}', 'none', '{"sections":[],"entries":[{}],"changes":{"since":"2026-11-30","changes":[]}}'])(
    'is refused where it is none: %s',
    async (text) => {
      const asking = { accessToken: 'a', requestId: 'r' };
      await expect(askDictionary(async () => text, asking)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    },
  );
});
