import { createServer } from 'node:http';
import type { Identity } from '../../platform/identity/identity';
import { listening } from '../../platform/server/listening';
import { answerTagged } from './tagged-answer';

const ANA: Identity = {
  ...{ subject: 'ana', role: 'analyst', scopes: ['figures'], streams: [], services: [], partner: null },
};

/** What somebody is answered, over HTTP. */
async function answer(identity: Identity, body = '{}', ifNoneMatch?: string) {
  const server = createServer((request, response) =>
    answerTagged({ request, response }, identity, { type: 'application/json', body }),
  );
  const port = await listening(server, { port: 0, setting: 'TEST' });
  const response = await fetch(`http://127.0.0.1:${port}`, {
    headers: ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch },
  });
  const text = await response.text();
  server.close();
  return { status: response.status, text, tag: response.headers.get('etag') ?? '' };
}

describe('the tag of an answer', () => {
  it('is the same for the same answer to those who may see the same', async () => {
    const { tag } = await answer(ANA);
    expect((await answer(ANA)).tag).toBe(tag);
    expect((await answer({ ...ANA, subject: 'dee' })).tag).toBe(tag);
  });

  it.each<[string, Partial<Identity>]>([
    ['role', { role: 'admin' }],
    ['scopes', { scopes: [] }],
    ['streams', { streams: ['adults'] }],
    ['services', { services: ['parking'] }],
    ['partner', { partner: 'stockport-homes' }],
    ['protection of small numbers', { smallNumbersBelow: 5 }],
  ])('is another for another %s, although the answer is the same', async (_, other) => {
    const { tag } = await answer(ANA);
    expect(await answer({ ...ANA, ...other }, '{}', tag)).toMatchObject({ status: 200, text: '{}' });
  });

  it('keeps an answer from being sent again, strong or weak, among others', async () => {
    const { tag } = await answer(ANA);
    for (const header of [tag, tag.replace('W/', ''), `"a", ${tag}`, `${tag},"b"`])
      expect(await answer(ANA, '{}', header)).toEqual({ status: 304, text: '', tag });
    expect((await answer(ANA, '{"a":1}', tag)).status).toBe(200);
  });
});
