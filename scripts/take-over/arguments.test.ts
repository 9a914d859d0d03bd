import { readTakeOver, USAGE } from './arguments';

describe('what is asked of npm run take-over', () => {
  it('is a system and a reason', () => {
    expect(readTakeOver(['corporate-crm', '--reason', ' Switched off. '])).toEqual({
      source: 'corporate-crm',
      reason: 'Switched off.',
      dryRun: false,
    });
  });

  it('may have a day of its own, and be a rehearsal, for which nobody has to say why', () => {
    expect(readTakeOver(['adults', '--dry-run', '--on', '2026-11-30'])).toEqual({
      ...{ source: 'adults', reason: '', dryRun: true, on: '2026-11-30' },
    });
  });

  it.each([
    ['no system', ['--reason', 'Off'], 'Name one system.'],
    ['two', ['adults', 'childrens', '--reason', 'Off'], 'Name one system.'],
    ['one that there is not', ['lagan', '--reason', 'Off'], 'There is no system "lagan".'],
    ['no reason', ['adults'], 'Say why, in 1 to 1000 characters.'],
    [
      'no day',
      ['adults', '--reason', 'Off', '--on', '2026-02-30'],
      '"2026-02-30" is no day: write it as YYYY-MM-DD.',
    ],
    ['one that is too long', ['adults', '--reason', 'x'.repeat(1_001)], 'Say why, in 1 to 1000 characters.'],
  ])('is refused with what to do: %s', (_, args, says) => {
    expect(readTakeOver(args)).toBe(says);
  });

  it('is refused for what it does not know, and every system is named in its usage', () => {
    expect(readTakeOver(['adults', '--now'])).toEqual(expect.stringContaining('--now'));
    expect(USAGE).toContain('corporate-crm');
  });
});
