import { type Catalogue, faultCodesOf, refusalCodesOf, sourcesOf } from './catalogue';

const catalogue: Catalogue = {
  sources: [
    { name: 'crm', title: 'The system', isWhole: true, faults: [{ code: 'A', action: 'Left out.' }] },
    { name: 'calls', title: 'Calls', isWhole: false, faults: [] },
  ],
  fileRefusals: [{ code: 'EMPTY_FILE', meaning: 'Nothing is there.' }],
};
const OWN = ['CONFLICTING_COPY', 'CONTROL_TOTAL_MISMATCH'];

const codes = (names: readonly string[] | null) =>
  faultCodesOf(catalogue, names).map(({ source, code }) => `${source} ${code}`);

describe('what can be wrong with rows', () => {
  it('is what importers say, and what intake finds in rows of any system', () => {
    expect(codes(null)).toEqual([
      'crm A',
      ...OWN.map((code) => `crm ${code}`),
      ...OWN.map((code) => `calls ${code}`),
    ]);
    expect(sourcesOf(catalogue).map(({ name, faultCodes }) => [name, faultCodes.length])).toEqual([
      ['crm', 3],
      ['calls', 2],
    ]);
  });

  it('is narrowed to some systems, and to none', () => {
    expect(codes(['calls'])).toEqual(OWN.map((code) => `calls ${code}`));
    expect(codes([])).toEqual([]);
  });

  it('is refused for a system that there is not', () => {
    expect(() => codes(['calls', 'fish'])).toThrow(
      '`sources` names a system that there is not. Name some of crm, calls.',
    );
  });
});

describe('why something is refused after it was begun', () => {
  it('is told of imports and of decisions, each code once for either', () => {
    const refusals = refusalCodesOf(catalogue);
    expect(refusals).toEqual(
      expect.arrayContaining([
        { code: 'EMPTY_FILE', meaning: 'Nothing is there.', of: 'IMPORT' },
        expect.objectContaining({ code: 'UNDO_RUNNING', of: 'IMPORT' }),
        expect.objectContaining({ code: 'BUILT_ON', of: 'AMENDMENT' }),
      ]),
    );
    expect(new Set(refusals.map(({ code, of }) => `${of} ${code}`)).size).toBe(refusals.length);
  });
});
