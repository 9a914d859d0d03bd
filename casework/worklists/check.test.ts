import { checkMayAssign, isSubject, readDayOf, subjectUnusable } from './check';

const olu = {
  subject: 'olu',
  role: 'officer',
  scopes: [],
  streams: ['corporate'],
  services: [],
  partner: null,
};

it('lets officers cleared for the stream say who works on what, in person, and nobody else', () => {
  expect(() => checkMayAssign(olu, 'corporate')).not.toThrow();
  for (const other of [
    { role: 'manager' },
    { role: 'admin' },
    { streams: [] },
    { credential: 'key' as const },
  ])
    expect(() => checkMayAssign({ ...olu, ...other }, 'corporate')).toThrow(
      'officers cleared for the stream',
    );
});

it.each(['', 'a b', "o'lu", 'a,b', 'x'.repeat(129)])('knows that no sign-in has the subject “%s”', (text) => {
  expect(isSubject(text)).toBe(false);
  expect(subjectUnusable('to', text)).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'to' });
  expect(subjectUnusable('to', 'o.lu-1_x')).toBeNull();
});

it('reads a day, and names the part where there is none', () => {
  expect(readDayOf('from', '2024-02-29')).toBe('2024-02-29');
  for (const given of ['2026-02-29', '29/02/2024', 7, null])
    expect(readDayOf('from', given)).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'from' });
});
