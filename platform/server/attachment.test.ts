import fc from 'fast-check';
import { attachmentNamed } from './attachment';

describe('attachmentNamed', () => {
  it('has letters and digits as they are, and every other mark by its code', () => {
    expect(attachmentNamed("Año's (2).pdf")).toBe("attachment; filename*=UTF-8''A%C3%B1o%27s%20%282%29.pdf");
  });

  it('gives back every name, with nothing that a header cannot have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const [, encoded = ''] = attachmentNamed(name).split("''");
        expect(encoded).toMatch(/^[\w.~%-]*$/);
        expect(decodeURIComponent(encoded)).toBe(name);
      }),
    );
  });
});
