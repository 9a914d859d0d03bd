import type { ServerResponse } from 'node:http';
import type { Visit } from '../doors/door';
import { Refusal } from '../entrance/refusal';
import { noteRows, readRows, type SetGraph } from './answer-set';
import { type AskedPage, readAskedEntity, readAskedPage, readOptions } from './asked-page';
import type { EntitySet } from './entity-sets';
import { chosenLevel, chosenSchemaType, type MetadataLevel, preferredSize } from './negotiate';
import type { ReadRows } from './read-rows';
import type { SetResource } from './resource';
import { serviceRoot } from './service-root';
import { writeToken } from './skip-token';
import { entityJson, pageJson } from './write-rows';

interface Asked {
  /** Of the address. */
  readonly parameters: URLSearchParams;
}

const formatIn = ({ parameters }: Asked): string | null =>
  readOptions(parameters, ['$format']).get('$format') ?? null;

/** Answers with the sets that there are. */
export function answerService(
  { request, response, origin }: Visit,
  { sets, parameters }: Asked & { readonly sets: readonly EntitySet[] },
): void {
  const level = chosenLevel(formatIn({ parameters }), request.headers.accept);
  const context = level === 'none' ? {} : { '@odata.context': `${serviceRoot({ origin })}$metadata` };
  const value = sets.map(({ name }) => ({ name, kind: 'EntitySet', url: name }));
  send(response, jsonType(level), JSON.stringify({ ...context, value }));
}

/** Answers with what the sets are made of. */
export function answerMetadata(
  { request, response }: Visit,
  { schemas, parameters }: Asked & { readonly schemas: Readonly<Record<'xml' | 'json', string>> },
): void {
  const type = chosenSchemaType(formatIn({ parameters }), request.headers.accept);
  send(response, `application/${type}; charset=utf-8`, schemas[type]);
}

/** Answers with a page, one entity or a count. Throws a `Refusal` for what cannot be asked, and for who may not. */
export async function answerSet(
  graph: SetGraph,
  visit: Visit,
  { resource, parameters }: Asked & { readonly resource: SetResource },
): Promise<void> {
  const { set } = resource;
  if (resource.of === 'count') return answerCount(graph, visit, { set, parameters });
  const { request, response, caller } = visit;
  const level = chosenLevel(parameters.get('$format'), request.headers.accept);
  const size = preferredSize(request.headers);
  const asked =
    resource.of === 'entity'
      ? readAskedEntity(set, parameters, resource.key)
      : readAskedPage(set, parameters, size);
  const read = await readRows(graph, { set, asked }, caller);
  const [only] = read.rows;
  if (resource.of === 'entity' && only === undefined)
    throw new Refusal(404, 'NOT_FOUND', `There is nothing of this id in ${set.name}.`);
  const key = resource.of === 'entity' ? resource.key : null;
  const leaving = { set, parameters, key, rows: read.rows.length };
  if (request.method !== 'HEAD') await noteRows(graph, leaving, caller);
  const places = new Map(read.columns.map((name, place) => [name, place]));
  const { properties, isSelected } = asked;
  const writing = { set, properties, isSelected, root: serviceRoot(visit), level };
  if (resource.of === 'entity' && only !== undefined)
    return send(response, jsonType(level), entityJson(writing, only, places));
  if (size !== null && resource.of === 'rows')
    response.setHeader('preference-applied', `odata.maxpagesize=${size}`);
  const { rows, counted } = read;
  const nextLink = nextLinkOf(writing, { asked, read, places, parameters });
  send(response, jsonType(level), pageJson(writing, { rows, places, counted, nextLink }));
}

async function answerCount(
  graph: SetGraph,
  { request, response, caller }: Visit,
  { set, parameters }: Asked & { readonly set: EntitySet },
): Promise<void> {
  const given = readOptions(parameters, ['$filter']);
  const filter = given.get('$filter');
  const asking = new URLSearchParams({
    ...(filter !== undefined && { $filter: filter }),
    $top: '0',
    $count: 'true',
  });
  const { counted } = await readRows(graph, { set, asked: readAskedPage(set, asking, null) }, caller);
  if (request.headers.accept !== undefined && !/text\/(?:plain|\*)|\*\/\*/.test(request.headers.accept))
    throw new Refusal(406, 'NOT_ACCEPTABLE', 'A count is text/plain.');
  send(response, 'text/plain; charset=utf-8', String(counted ?? 0));
}

interface Linking extends Asked {
  readonly asked: AskedPage;
  readonly read: ReadRows;
  readonly places: ReadonlyMap<string, number>;
}

/** Where the next page is; null after the last. */
function nextLinkOf(
  { root, set }: { readonly root: string; readonly set: EntitySet },
  { asked, read: { rows, hasMore, counted }, places, parameters }: Linking,
): string | null {
  const last = rows.at(-1);
  const left = asked.wanted === null ? null : asked.wanted - rows.length;
  if (!hasMore || last === undefined || left === 0) return null;
  const after = asked.order.map((name) => last[places.get(name) ?? -1] ?? '');
  const token = writeToken({ after, left, counted }, asked.question);
  const rest = [...parameters].filter(([name]) => name !== '$skiptoken');
  const written = [...rest, ['$skiptoken', token]].map(
    ([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${root}${set.name}?${written.join('&')}`;
}

const jsonType = (level: MetadataLevel): string =>
  `application/json;odata.metadata=${level};odata.streaming=false;charset=utf-8`;

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader('content-type', type);
  response.end(body);
}
