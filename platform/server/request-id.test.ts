import { requestIdOf } from './request-id';

describe('the id of a request', () => {
  it('is the one that came with it', () => {
    expect(requestIdOf('2f1c-abcdef')).toBe('2f1c-abcdef');
  });

  it.each([null, '', 'short', 'a'.repeat(65), 'with space', 'line\nbreak', '<script>alert'])(
    'is a new one instead of %j',
    (given) => {
      expect(requestIdOf(given)).toMatch(/^[\da-f-]{36}$/);
    },
  );
});
