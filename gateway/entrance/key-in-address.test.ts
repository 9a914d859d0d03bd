import { newKey } from '../../platform/identity/key-text';
import { refuseKeyInAddress } from './key-in-address';

const { id, secret } = newKey();
const percented = [...secret].map((each) => `%${each.charCodeAt(0).toString(16)}`).join('');

describe('a key in an address', () => {
  it.each([
    ['as a parameter', `/graphql?access_token=${secret}`],
    ['in the path', `/graphql/${secret}`],
    ['below an open door', `/health/live?${secret}`],
    ['percented', `/graphql?key=${percented}`],
    ['percented twice', `/graphql?key=${percented.replaceAll('%', '%25')}`],
    ['in capitals', `/graphql?key=${secret.toUpperCase()}`],
  ])('is refused %s, and not repeated', (_, url) => {
    const refused = (() => {
      try {
        refuseKeyInAddress(url);
        return null;
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({ status: 400, code: 'KEY_IN_ADDRESS' });
    expect(String(refused)).not.toContain(secret.slice(20));
  });

  it.each([
    '/graphql',
    `/graphql?variables=${encodeURIComponent(JSON.stringify({ id }))}`,
    '/%',
    '/%zz?cck_',
  ])('does not stand in %s', (url) => {
    expect(() => refuseKeyInAddress(url)).not.toThrow();
  });
});
