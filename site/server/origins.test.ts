import Fastify from 'fastify';
import { originsOf, siteOrigins } from './origins';

describe('the origins of a site', () => {
  it('are the one that is set, and no other', () => {
    expect(siteOrigins('https://complaints.example.gov.uk')).toEqual(['https://complaints.example.gov.uk']);
  });

  it('are both names of one’s own machine', () => {
    expect(siteOrigins('http://localhost:3000')).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000']);
    expect(siteOrigins('http://127.0.0.1')).toEqual(['http://127.0.0.1', 'http://localhost']);
  });

  it.each([
    ['http://localhost:3000', 'localhost:3000', 'http://localhost:3000'],
    ['http://localhost:3000', '127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://localhost:3000', '127.0.0.1:4000', 'http://localhost:3000'],
    ['https://complaints.example.gov.uk', 'complaints.example.gov.uk', 'https://complaints.example.gov.uk'],
    ['https://complaints.example.gov.uk', 'evil.example', 'https://complaints.example.gov.uk'],
    [
      'https://complaints.example.gov.uk',
      'evil.example/complaints.example.gov.uk',
      'https://complaints.example.gov.uk',
    ],
    ['https://complaints.example.gov.uk', 'localhost', 'https://complaints.example.gov.uk'],
  ])('of %s, as a request to %s reached it: %s', async (url, host, origin) => {
    const originOf = originsOf(url);
    const app = Fastify();
    app.get('/', (request) => ({ origin: originOf(request) }));
    const asked = await app.inject({ url: '/', headers: { host, 'x-forwarded-host': 'evil.example' } });
    expect(asked.json()).toEqual({ origin });
    await app.close();
  });
});
