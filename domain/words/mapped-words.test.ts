import { type MappedWord, mappedWords, meaningOn } from './mapped-words';

const PARX: MappedWord = { kind: 'service', word: 'parx', from: '2021-04-01', serviceId: 'greenspace' };
const FAX: MappedWord = { kind: 'channel', word: 'fax', from: '2021-04-01', channel: 'Letter' };
const CODE: MappedWord = {
  ...{ kind: 'closure-code', source: 'adults', word: 'x 1', from: '2021-04-01' },
  ...{ outcome: null, closureReason: 'WITHDRAWN' },
};
const words = mappedWords([PARX, FAX, CODE]);

describe('a mapped word', () => {
  it.each(['parx', ' PARX ', 'Parx'])('means the same as “%s”', (written) => {
    expect(meaningOn(words.service(written), '2021-04-01')).toBe('greenspace');
  });

  it('means nothing before its day', () => {
    expect(meaningOn(words.channel('Fax'), '2021-04-01')).toBe('Letter');
    expect(meaningOn(words.channel('Fax'), '2021-03-31')).toBeNull();
  });

  it('means nothing of another kind, nor in another system', () => {
    expect(words.channel('parx')).toEqual({ kind: 'undecided' });
    expect(words.service('fax')).toEqual({ kind: 'undecided' });
    expect(words.closure({ source: 'corporate-crm', written: 'x 1' })).toEqual({ kind: 'undecided' });
  });

  it('means nothing once that was taken back, and something again once it was decided anew', () => {
    const back = { ...PARX, isKept: false };
    expect(mappedWords([PARX, back]).service('parx')).toEqual({ kind: 'undecided' });
    expect(meaningOn(mappedWords([PARX, back, PARX]).service('parx'), '2021-04-01')).toBe('greenspace');
  });

  it('that is a code says how a stage ended', () => {
    expect(meaningOn(words.closure({ source: 'adults', written: 'X  1' }), '2022-01-01')).toEqual({
      outcome: null,
      closureReason: 'WITHDRAWN',
    });
  });
});
