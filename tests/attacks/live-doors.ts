import type { Attack, Expected } from './attack';
import { says } from './case-questions';
import { commandOf } from './cases';
import { LIVE_STREAMS, type LiveStream } from './live-cases';
import type { Target } from './target';

/** Nothing of anybody may leave by a door that is for facts. */
const never = /Zebralive/i;

type Who = Parameters<Target['product']['token']>[0];
const person = (role: string, subject: string, streams: readonly string[] = []): Who => ({
  ...{ subject, role, streams, services: [], partner: null },
});
const ASKING: readonly (readonly [string, Who])[] = [
  ['an analyst', person('analyst', 'ana')],
  ['whom it is about', person('officer', 'dan', LIVE_STREAMS)],
  ['an officer cleared', person('officer', 'olu', LIVE_STREAMS)],
];

const file: Expected = { status: 200, code: 'no answer in JSON', never, says: /2024-05-20/ };
/** Doors by which facts of live complaints leave, with what shows that there were some. */
const DOORS: readonly (readonly [string, Expected])[] = [
  ['/exports/stages.csv?from=2024-05-20&to=2024-05-20', file],
  ['/odata/v4/Stages?$filter=receivedOn%20eq%202024-05-20', { ...file, code: 'none' }],
];

const bearer = async (on: Target, who: Who) => ({ authorization: `Bearer ${await on.product.token(who)}` });
const OLU = person('officer', 'olu', LIVE_STREAMS);
const nameOf = (stream: string) => `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;

let number = 40_000;
const assigned = (stream: LiveStream, to: string) => (on: Target) =>
  `mutation { r: assign${nameOf(stream)}Complaint(key: "${commandOf(number++)}", id: "${on.live[stream]}", version: 1, ${to}) {
     __typename ... on Refusal { code } ... on CommandUnusable { part } } }`;

/** Attacks on live complaints by other ways than the fields of casework, and by who may work on them. */
export const LIVE_DOOR_ATTACKS: readonly Attack<Target>[] = [
  ...DOORS.flatMap(([path, expects]) =>
    ASKING.map(([who, as]) => ({
      name: `${path.split('?')[0]} tells nobody of anybody, asked by ${who}`,
      send: async (on: Target) => ({ path, body: null, headers: await bearer(on, as) }),
      expects,
    })),
  ),
  ...LIVE_STREAMS.flatMap((stream) =>
    [
      ['whom it is about', 'to: "dan"', 'PERSON_COMPLAINED_ABOUT'],
      ['a group that there is not', 'group: "nobodys"', '"part":"group"'],
    ].map(([whom = '', to = '', said = '']) => ({
      name: `a complaint of ${stream} is not given to ${whom}`,
      send: async (on: Target) => ({
        headers: await bearer(on, OLU),
        body: JSON.stringify({ query: assigned(stream, to)(on) }),
      }),
      expects: says(said),
    })),
  ),
];
