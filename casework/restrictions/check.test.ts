import type { Identity } from '../../platform/identity/identity';
import { checkMayBreak, checkMayRestrict, commandUnusable, readSubjects, reasonUnusable } from './check';
import { unusable } from './refusals';

const who = (role: string, streams: string[] = [], credential?: 'key'): Identity => ({
  ...{ subject: 'x', role, scopes: [], streams, services: [], partner: null },
  ...(credential ? { credential } : {}),
});
const may = (check: (identity: Identity, stream: string) => void, identity: Identity): boolean => {
  try {
    check(identity, 'adults');
    return true;
  } catch {
    return false;
  }
};

describe('who may say who opens a case, and open one all the same', () => {
  it.each([
    ['an administrator', who('admin'), true, false],
    ['an officer cleared', who('officer', ['adults']), true, true],
    ['an officer cleared for others', who('officer', ['schools']), false, false],
    ['a manager', who('manager', ['adults']), false, false],
    ['an auditor', who('auditor', ['adults']), false, false],
    ['a key of an administrator', who('admin', [], 'key'), false, false],
    ['a key of an officer', who('officer', ['adults'], 'key'), false, false],
  ])('%s', (_, identity, restricts, breaks) => {
    expect([may(checkMayRestrict, identity), may(checkMayBreak, identity)]).toEqual([restricts, breaks]);
  });
});

describe('what is written', () => {
  it.each([
    [
      ['b', ' a ', '', 'b'],
      ['a', 'b'],
    ],
    [null, []],
    [['a.b-c_1'], ['a.b-c_1']],
  ])('names people: %j', (written, subjects) => expect(readSubjects('named', written)).toEqual(subjects));

  it.each([
    [['a b'], 'letters'],
    [['a,b'], 'letters'],
    [['é'], 'letters'],
    [Array.from({ length: 51 }, (_, place) => `p${place}`), '50 people'],
  ])('names nobody who could be: %j', (written, words) => {
    expect(readSubjects('named', written)).toMatchObject({
      part: 'named',
      message: expect.stringContaining(words),
    });
  });

  it('is a command and a reason, or says so', () => {
    expect(commandUnusable('00000000-0000-4000-8000-000000000001')).toBeNull();
    expect(commandUnusable('1')).toEqual(unusable('command', expect.stringContaining('UUID')));
    expect([reasonUnusable('x'), reasonUnusable('x'.repeat(20), { least: 20 })]).toEqual([null, null]);
    for (const [reason, least] of [
      ['  ', 1],
      ['x'.repeat(1_001), 1],
      ['x'.repeat(19), 20],
    ] as const)
      expect(reasonUnusable(reason, { least })).toMatchObject({ part: 'reason' });
  });
});
