import { SOURCE_NAMES } from '../../imports/sources';
import { readArguments } from './arguments';

/** As messages list the sources. */
const SOURCES = SOURCE_NAMES.join(', ').replace(/, ([^,]+)$/, ' and $1');

describe('the command line of an import', () => {
  it('names a source and a file', () => {
    expect(readArguments(['corporate-crm', 'may.csv'])).toEqual({
      ...{ source: 'corporate-crm', file: 'may.csv' },
      ...{ dryRun: false, json: false },
    });
  });

  it('takes its options anywhere', () => {
    expect(readArguments(['--json', 'coverage', '--dry-run', 'list.csv'])).toEqual({
      ...{ source: 'coverage', file: 'list.csv' },
      ...{ dryRun: true, json: true },
    });
  });

  it.each([[['--help']], [['-h']], [['fax', '--help', '--json']]])('may ask how to ask, as %j', (args) => {
    const usage = 'Usage: npm run --silent import -- SOURCE FILE [--dry-run] [--json]';
    expect(readArguments(args)).toEqual({
      help: expect.stringMatching(new RegExp(`^${usage.replace(/[[\]]/g, '\\$&')}`)),
    });
  });

  it('repeats nothing that a terminal obeys', () => {
    expect(readArguments(['fax\u001b[2J', 'a.csv'])).toEqual({
      usage: expect.not.stringContaining('\u001b'),
    });
    expect(readArguments(['--fax\u001b[2J'])).toEqual({ usage: expect.not.stringContaining('\u001b') });
  });

  it.each([
    [[], 'Name a source and a file.'],
    [['coverage'], 'Name a source and a file.'],
    [['coverage', 'a.csv', 'b.csv'], 'One file at a time: "b.csv" is one too many.'],
    [['adult', 'a.csv'], `"adult" cannot be loaded; ${SOURCES} can.`],
    [['constructor', 'a.csv'], `"constructor" cannot be loaded; ${SOURCES} can.`],
    [['coverage', 'a.csv', '--fast'], "Unknown option '--fast'"],
    [['coverage', 'a.csv', '--json=yes'], "Option '--json' does not take an argument"],
  ])('is wrong as %j, and told how to be right', (args, words) => {
    const read = readArguments(args);
    expect(read).toEqual({ usage: expect.stringContaining(words) });
    expect(read).toEqual({
      usage: expect.stringContaining('Usage: npm run --silent import -- SOURCE FILE [--dry-run] [--json]'),
    });
  });
});
