import { KNOWN_HEADERS } from './formats/csv/known-headers';
import { isSourceName, SOURCE_NAMES, sources } from './sources';

describe('the registry of sources', () => {
  it('lists each source once, under the name it bears', () => {
    expect([...SOURCE_NAMES].sort()).toEqual(Object.keys(sources).sort());
    for (const name of SOURCE_NAMES) expect(sources[name].name).toBe(name);
  });

  it('knows no other name', () => {
    expect(isSourceName('corporate-crm')).toBe(true);
    expect(isSourceName('adult')).toBe(false);
    expect(isSourceName('toString')).toBe(false);
  });

  it.each(SOURCE_NAMES)('%s names only columns of its header, which refusals know', (name) => {
    const { header, identityColumns, personalColumns } = sources[name];
    // A file of JSON lines has no header.
    if (header.length === 0) return expect(identityColumns.length).toBeGreaterThan(0);
    expect(header).toEqual(expect.arrayContaining([...identityColumns, ...personalColumns]));
    expect(new Set(header).size).toBe(header.length);
    expect(KNOWN_HEADERS[name]).toBe(header);
  });
});
