import { takePlace } from './place';

const texts = async (url: string, ...paths: string[]) =>
  Promise.all(paths.map(async (path) => (await fetch(`${url}${path}`)).text()));

describe('the place of the site', () => {
  it('is reached before anything answers there, and asks to wait', async () => {
    const place = await takePlace({ port: 0, bindAddress: '127.0.0.1' });
    const answer = await fetch(place.url);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.text()).toContain('is starting');
    await place.close();
    await expect(fetch(place.url)).rejects.toThrow();
  });

  it('hands what lies below a path to whoever is mounted there, and the rest to the site', async () => {
    const place = await takePlace({ port: 0, bindAddress: '127.0.0.1' });
    place.mount('/service', (request, response) => response.end(`mounted ${request.url}`));
    place.open((request, response) => response.end(`site ${request.url}`));
    expect(
      await texts(
        place.url,
        '/service',
        '/service/',
        '/service/a?b=c',
        '/service?b',
        '/services',
        '/',
        '/a/service',
      ),
    ).toEqual([
      ...['mounted /service', 'mounted /service/', 'mounted /service/a?b=c', 'mounted /service?b'],
      ...['site /services', 'site /', 'site /a/service'],
    ]);
    await place.close();
  });

  it('says which setting to change where the port is taken', async () => {
    const place = await takePlace({ port: 0, bindAddress: '127.0.0.1' });
    const port = Number(new URL(place.url).port);
    await expect(takePlace({ port, bindAddress: '127.0.0.1' })).rejects.toThrow('SITE_PORT');
    await place.close();
  });
});
