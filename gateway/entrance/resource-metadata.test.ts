import type { ServerResponse } from 'node:http';
import { resourceMetadataDoor } from '../doors/resource-metadata';
import { Refusal } from './refusal';

const ROOT = '/.well-known/oauth-protected-resource';
const ask = (
  url: string,
  { server = null as string | null, method = 'GET', origin = 'https://a.example' } = {},
) => {
  const told: { body?: unknown } = {};
  const response = {
    setHeader: () => undefined,
    writeHead: () => undefined,
    end: (text: string) => {
      told.body = JSON.parse(text);
    },
  } as unknown as ServerResponse;
  void resourceMetadataDoor(server).answer(response, { method, url, headers: {} }, { origin });
  return told.body;
};

describe('what a resource says of itself', () => {
  it.each([
    [ROOT, 'https://a.example'],
    [`${ROOT}/mcp`, 'https://a.example/mcp'],
    [`${ROOT}/mcp?x=1`, 'https://a.example/mcp'],
  ])('%s is of %s', (url, resource) => {
    expect(ask(url)).toEqual({
      ...{ resource, resource_name: 'Council complaints', bearer_methods_supported: ['header'] },
    });
  });

  it('names who signs people in, where that is known', () => {
    const server = 'https://sign-in.example';
    expect(ask(ROOT, { server })).toMatchObject({ authorization_servers: [server] });
  });

  it('can be read and no more, at these addresses alone', () => {
    expect(() => ask(ROOT, { method: 'POST' })).toThrow(Refusal);
    const { matches } = resourceMetadataDoor(null);
    expect([ROOT, `${ROOT}/mcp`, `${ROOT}/graphql`, '/.well-known'].map(matches)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
