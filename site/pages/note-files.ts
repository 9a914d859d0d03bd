import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FILTER_PARTS } from '../filters/parts';
import type { Gateway } from '../gateway/gateway';
import { NoteFileDocument } from '../operations/__generated__/operations';
import { signedIn } from '../server/visitor';
import { queryOf, steadyAskingOf } from './page-makers';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What is sent there tells of no record and no figure, so that nobody notes who takes it. */
    readonly holdsNoRecords?: boolean;
  }
}

const noted = new WeakSet<FastifyReply>();

/** The gateway, whose file this answer sends on, notes itself who took it. */
export const leaveToGateway = (reply: FastifyReply): void => void noted.add(reply);

/** How many rows a file has, where whoever sends it knows: the doors that export say it in the same way. */
export const ROW_COUNT = 'x-row-count';

/** What an address may hold of how rows were chosen: never what somebody wrote in words, such as a reference or a name. */
const NOTED: ReadonlySet<string> = new Set([
  ...FILTER_PARTS,
  ...['asAt', 'status', 'overdue', 'orderBy', 'only', 'period', 'financialYear', 'upTo', 'by', 'measure'],
  ...['source', 'code', 'states', 'state', 'owner', 'stream', 'run', 'view', 'unit'],
]);
const MOST_FILTER = 500;
const DISPOSITION = 'content-disposition';

/**
 * Has each file of records or figures noted in the audit log before its first byte: what cannot be noted is not given. What
 * partners take away is kept with all that they ask. Must be added before what packs answers.
 */
export function addFileNoting(app: FastifyInstance, gateway: Gateway): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const name = nameOf(reply);
    if (name === null || signedIn(request).partner !== null) return payload;
    try {
      const variables = { name, filter: filterOf(request), rows: rowsOf(reply, payload) };
      await gateway.ask(NoteFileDocument, variables, steadyAskingOf(request));
    } catch (error) {
      for (const header of [DISPOSITION, ROW_COUNT]) reply.removeHeader(header);
      if (payload instanceof Readable) payload.destroy();
      throw error;
    }
    return payload;
  });
}

/** What the file that is sent is called; null where none is, or one without records and figures: a calendar's, or of a route that says so. */
function nameOf(reply: FastifyReply): string | null {
  if (reply.statusCode !== 200 || noted.has(reply)) return null;
  if (reply.request.routeOptions.config.holdsNoRecords === true) return null;
  const [, name] = /^attachment; filename="([^"]+)"$/.exec(String(reply.getHeader(DISPOSITION))) ?? [];
  if (name?.endsWith('.ics')) return null;
  return name?.toLowerCase().replaceAll(/[^a-z0-9.-]/g, '-') ?? null;
}

function filterOf(request: FastifyRequest): string {
  const chosen = new URLSearchParams();
  for (const [part, given] of Object.entries(queryOf(request))) {
    if (!NOTED.has(part)) continue;
    for (const each of Array.isArray(given) ? given : [given]) chosen.append(part, String(each));
  }
  return chosen.toString().slice(0, MOST_FILTER);
}

/** Lines are counted where nobody says how many rows there are, without that of the heads. */
function rowsOf(reply: FastifyReply, payload: unknown): number | null {
  const said = reply.getHeader(ROW_COUNT);
  if (said !== undefined) return Number(said);
  const isLines =
    typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/csv');
  return isLines ? Math.max(payload.split('\r\n').length - 2, 0) : null;
}
