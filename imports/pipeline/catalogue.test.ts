import { SOURCE_NAMES, sources } from '../sources';
import { catalogueOf } from './catalogue';

const catalogue = catalogueOf(sources);

describe('what importers say of themselves', () => {
  it('names each source, with a title that begins a line', () => {
    expect(catalogue.sources.map(({ name }) => name)).toEqual([...SOURCE_NAMES]);
    for (const { title } of catalogue.sources) expect(title).toMatch(/^[A-Z].*[^.]$/);
  });

  it.each(SOURCE_NAMES)('lists each fault of %s once, with a sentence', (name) => {
    const faults = catalogue.sources.find((source) => source.name === name)?.faults ?? [];
    expect(new Set(faults.map(({ code }) => code)).size).toBe(faults.length);
    expect(faults.length).toBeGreaterThan(3);
    for (const { code, action } of faults) {
      expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)*$/);
      expect(action).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('lists what keepers find of a source beside what its rows show', () => {
    const codes = catalogue.sources.flatMap(({ faults }) => faults.map(({ code }) => code));
    expect(codes).toEqual(
      expect.arrayContaining(['PARENT_NOT_FOUND', 'OUR_REFERENCE_NOT_FOUND', 'UNKNOWN_SERVICE']),
    );
  });

  it('lists each refusal of a file once, with a sentence', () => {
    expect(new Set(catalogue.fileRefusals.map(({ code }) => code)).size).toBe(catalogue.fileRefusals.length);
    for (const { meaning } of catalogue.fileRefusals) expect(meaning).toMatch(/^[A-Z].*\.$/);
  });
});
