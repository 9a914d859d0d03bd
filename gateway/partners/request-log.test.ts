import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SubgraphRequest } from '../../platform/server/executor';
import { followRequest } from './follow-request';
import { createRequestLog, type PartnerRequest } from './request-log';

const REQUEST: PartnerRequest = {
  ...{
    partner: 'guests',
    credential: 'sid',
    byKey: false,
    door: '/graphql',
    asked: ['measures'],
    status: 200,
  },
};

function logOver({ fails = 0 } = {}) {
  const told: { id: string; status: number }[][] = [];
  let failing = fails;
  const part = {
    async execute({ variables }: SubgraphRequest) {
      told.push(variables.requests as (typeof told)[number]);
      if (failing-- > 0) throw new Error('down');
      return { data: { notePartnerRequests: 1 } };
    },
  };
  return {
    told,
    ...createRequestLog({ part, partName: 'access', identitySigner: { sign: async () => 'signed' } }),
  };
}

describe('the log of what partners ask', () => {
  it('is told all at once, each with an id and its moment', async () => {
    const { told, note, flush } = logOver();
    note(REQUEST);
    note({ ...REQUEST, status: 401 });
    await flush();
    expect(told).toEqual([
      [
        { ...REQUEST, id: expect.any(String), at: expect.stringMatching(/Z$/) },
        { ...REQUEST, status: 401, id: expect.any(String), at: expect.any(String) },
      ],
    ]);
    await flush();
    expect(told).toHaveLength(1);
  });

  it('is told again by the same ids where nobody heard', async () => {
    const { told, note, flush } = logOver({ fails: 1 });
    note(REQUEST);
    await flush();
    await flush();
    expect(told[1]).toEqual(told[0]);
  });

  it('tells no more than some at once, and forgets the oldest when too many wait', async () => {
    const { told, note, flush } = logOver();
    for (let status = 0; status < 20_001; status += 1) note({ ...REQUEST, status });
    await flush();
    expect(Math.max(...told.map((requests) => requests.length))).toBe(500);
    expect(told.flat().map(({ status }) => status)).toEqual(
      Array.from({ length: 20_000 }, (_, place) => place + 1),
    );
  });

  it('is told by itself a moment later', async () => {
    const { told, note } = logOver();
    note(REQUEST);
    expect(told).toHaveLength(0);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(told).toHaveLength(1);
  });
});

describe('a request that is followed', () => {
  const PARTNER = {
    subject: 'cck_1',
    role: 'partner',
    scopes: [],
    streams: [],
    services: [],
    partner: 'guests',
  };
  function follow(identity: Parameters<typeof followRequest>[1], url = '/graphql?query=secret') {
    const noted: PartnerRequest[] = [];
    const socket = Object.assign(new EventEmitter(), { destroyed: false });
    const response = Object.assign(new EventEmitter(), { closed: false, statusCode: 200 });
    const { noteAsked } = followRequest({ note: (request) => noted.push(request) }, identity, {
      request: { socket, url } as unknown as IncomingMessage,
      response: response as unknown as ServerResponse,
    });
    return { noted, noteAsked, response };
  }

  it('is noted once, when it is over, with its path and nothing behind that', () => {
    const { noted, noteAsked, response } = follow({ ...PARTNER, credential: 'key' });
    noteAsked?.(['measures', 'caller', 'measures']);
    expect(noted).toEqual([]);
    response.statusCode = 400;
    response.emit('close');
    response.emit('close');
    expect(noted).toEqual([
      {
        ...{ partner: 'guests', credential: 'cck_1', byKey: true, door: '/graphql' },
        ...{ asked: ['caller', 'measures'], status: 400 },
      },
    ]);
  });

  it.each([{ role: 'analyst' }, { partner: null }])('is not, of anybody else: %j', (changed) => {
    const { noted, noteAsked, response } = follow({ ...PARTNER, ...changed });
    response.emit('close');
    expect([noted, noteAsked]).toEqual([[], undefined]);
  });
});
