import Fastify, { type FastifyInstance } from 'fastify';
import { createPostLinks } from '../../post/links';
import { addUnsubscribePages } from './unsubscribe';

const links = createPostLinks({
  secret: 'a secret of the test',
  clock: { now: () => new Date('2027-06-04') },
});
const LINK = `/post/unsubscribe?link=${links.unsubscribing('one')}`;
const PARTS =
  '--part\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--part--\r\n';

let app: FastifyInstance;
let ended: string[];
beforeEach(async () => {
  ended = [];
  const endByLink = async (subscription: string) => {
    ended.push(subscription);
    return true;
  };
  app = Fastify();
  addUnsubscribePages(app, {
    page: (_request, template) => template,
    desk: { links, subscriptions: { endByLink } },
  });
  await app.ready();
});
afterEach(() => app.close());

const click = (payload: string) =>
  app.inject({
    ...{ method: 'POST', url: LINK, payload },
    headers: { 'content-type': 'multipart/form-data; boundary=part' },
  });

describe('the address that ends a mail', () => {
  it('ends nothing when it is opened, as scanners of mail open it', async () => {
    for (const method of ['GET', 'HEAD'] as const)
      expect((await app.inject({ method, url: LINK })).statusCode).toBe(200);
    expect(ended).toEqual([]);
  });

  it('takes a click in parts (RFC 8058, 3.1), and none that is longer than any', async () => {
    expect((await click(PARTS)).statusCode).toBe(200);
    expect(ended).toEqual(['one']);
    expect((await click('x'.repeat(10_001))).statusCode).toBe(413);
    expect(ended).toEqual(['one']);
  });
});
