import { CLOSINGS, readKind, readWord } from './read-word';

const FORM = {
  ...{ kind: 'closure-code', source: 'corporate-crm', word: ' UPH-X ', meaning: 'UPHELD', reason: 'Asked' },
  ...{ 'from-day': '1', 'from-month': '4', 'from-year': '2021' },
};
const fields = (form: object) => readWord({ ...FORM, ...form }).problems.map(({ field }) => field);

describe('the form of a word', () => {
  it('is read as it is meant', () => {
    expect(readWord(FORM)).toMatchObject({ kind: 'closure-code', from: '2021-04-01', problems: [] });
    expect(readWord(FORM).typed.word).toBe('UPH-X');
    expect(readKind('service')).toBe('service');
    expect(readKind(['service'])).toBe('closure-code');
    expect(readKind('constructor')).toBe('closure-code');
  });

  it('says what is wrong with each field', () => {
    expect(fields({ source: '', word: ' ', meaning: '', 'from-day': '32', reason: ' ' })).toEqual([
      ...['source', 'word', 'meaning', 'from', 'reason'],
    ]);
    expect(fields({ meaning: 'SOMEHOW' })).toEqual(['meaning']);
    expect(fields({ kind: 'service', source: '', meaning: 'greenspace' })).toEqual([]);
  });

  it('offers a finding with its answer, and none with any other reason', () => {
    for (const { outcome, closureReason } of CLOSINGS.values())
      expect(outcome !== null).toBe(closureReason === 'ANSWERED');
    expect(CLOSINGS.get('UPHELD')?.text).toBe('Answered: Upheld');
  });
});
