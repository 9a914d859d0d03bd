import fc from 'fast-check';
import { handedOf } from './handed-of';

const before = { isBegun: false };
const after = { isBegun: true };

describe('what became of a mail', () => {
  it.each([
    [null, before, { state: 'ACCEPTED' }],
    [{ command: 'CONN' }, before, { state: 'LATER', isOfServer: true }],
    [{ command: 'CONN' }, after, { state: 'UNSURE' }],
    [{ command: 'AUTH PLAIN', responseCode: 535 }, before, { state: 'LATER', isOfServer: true }],
    [{ command: 'MAIL FROM', responseCode: 550 }, before, { state: 'LATER', isOfServer: true }],
    [{ command: 'RCPT TO', responseCode: 550 }, before, { state: 'REFUSED', of: 'ADDRESS' }],
    [
      { command: 'RCPT TO', responseCode: 550, response: '550 5.7.1 No' },
      before,
      { state: 'REFUSED', of: 'MAIL' },
    ],
    [{ command: 'RCPT TO', responseCode: 452 }, before, { state: 'LATER', isOfServer: false }],
    [{ command: 'DATA', responseCode: 554 }, after, { state: 'REFUSED', of: 'MAIL' }],
    [{ command: 'DATA', responseCode: 451 }, after, { state: 'LATER', isOfServer: false }],
  ])('is known by how it failed: %j', (failure, sending, handed) => {
    expect(handedOf(failure, sending)).toMatchObject(handed);
  });

  it('is told in our own words: a server’s may name the address', () => {
    const failures = fc.record({
      command: fc.constantFrom('CONN', 'RCPT TO', 'DATA', 'MAIL FROM'),
      responseCode: fc.option(fc.integer({ min: 400, max: 599 }), { nil: undefined }),
      response: fc.constant('550 ana@example.gov.uk is not here'),
    });
    fc.assert(
      fc.property(failures, fc.boolean(), (failure, isBegun) => {
        expect(JSON.stringify(handedOf(failure, { isBegun }))).not.toContain('ana@');
      }),
    );
  });
});
