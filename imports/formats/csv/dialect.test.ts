import { isSeparatorLine, separatorOf } from './dialect';
import { UTF_8 } from './encodings';

const header = ['Ref', 'Case Type', 'Text'];
const parted = (...texts: readonly string[]) =>
  separatorOf(
    texts.map((text, place) => ({ number: place + 1, text, gap: '\n', isCut: false, isOpen: false })),
    { header, encoding: UTF_8 },
  );

describe('what parts the cells of a file', () => {
  it.each([
    [',', ['Ref,Case Type,Text']],
    [';', ['"Ref";"Case\u00a0Type";"Text"', '1,2,3,4;5']],
    ['\t', ['ref\tCASE TYPE\ttext']],
    ['|', ['Ref|Case Type|Text']],
    [';', ['Ref;Case, Type;Text']],
    [';', ['sep=;', 'Ref;Case Type;Text']],
    [',', ['sep=;', 'Ref,Case Type,Text']],
    ['\t', ['sep=\t', 'Something\telse']],
    [',', ['sep=', 'Something else']],
    [',', []],
  ])('is %j', (separator, lines) => {
    expect(parted(...lines)).toBe(separator);
  });

  it('is not asked of JSON, web pages, or a file with something above its header', () => {
    expect(() => parted(' {"Ref":1}')).toThrow('JSON');
    expect(() => parted('<html>')).toThrow('web page');
    expect(() => parted('Complaints', ';;', 'Ref;Case Type;Text')).toThrow(
      'The header stands in line 3, and something else above it, from line 1 on',
    );
    expect(() => parted(...Array.from({ length: 30 }, () => 'x'), 'Ref,Case Type,Text')).not.toThrow();
  });

  it('is said by a line of its own, which holds nothing else', () => {
    for (const text of ['sep=,', 'SEP=;', '"sep=,"', 'sep=;;;;', 'sep=\t'])
      expect(isSeparatorLine(text)).toBe(true);
    for (const text of ['sep', 'sep=ab', 'sep=,1', '1,sep=,']) expect(isSeparatorLine(text)).toBe(false);
  });
});
