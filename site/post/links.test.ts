import fc from 'fast-check';
import { movingClock } from '../testing/people';
import { addressHashOf, createPostLinks } from './links';

const secret = 'a secret of the site that is long enough';
const ASKED = { owner: 'ana', address: 'Ana@example.gov.uk' };

describe('the links in mails', () => {
  it('show whose an address is for a day, and no longer', () => {
    const clock = movingClock();
    const links = createPostLinks({ secret, clock });
    const token = links.confirmation(ASKED);
    clock.move(24 * 60 - 1);
    expect(links.confirmationIn(token)).toEqual({
      ...{ owner: 'ana', addressHash: addressHashOf('ana@EXAMPLE.gov.uk') },
    });
    clock.move(1);
    expect(links.confirmationIn(token)).toBeNull();
  });

  it('tell no address, even to whoever has one', () => {
    const links = createPostLinks({ secret, clock: movingClock() });
    const token = links.confirmation(ASKED);
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('example');
    expect(JSON.stringify(links.confirmationIn(token))).not.toContain('example');
  });

  it('are each of one purpose, and of one site', () => {
    const links = createPostLinks({ secret, clock: movingClock() });
    const other = createPostLinks({ secret: `${secret}.`, clock: movingClock() });
    const [confirmation, ending] = [links.confirmation(ASKED), links.unsubscribing('one')];
    expect([links.unsubscribingIn(ending), links.unsubscribingIn(confirmation)]).toEqual(['one', null]);
    expect(links.confirmationIn(ending)).toBeNull();
    expect([other.unsubscribingIn(ending), other.confirmationIn(confirmation)]).toEqual([null, null]);
  });

  it('are not made up', () => {
    const links = createPostLinks({ secret, clock: movingClock() });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([links.confirmationIn(text), links.unsubscribingIn(text)]).toEqual([null, null]);
      }),
    );
  });
});
