import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from '../../platform/identity/identity';
import { PARTNER_ROLE } from '../../platform/identity/scopes';
import { whenOver } from '../../platform/server/disconnect';
import type { RequestLog } from './request-log';

interface Followed {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Notes a partner's request once it is over, with its status. Gives what takes down the questions that it asks of the graph; nothing
 * for others, of whom nothing is noted here.
 */
export function followRequest(
  log: Pick<RequestLog, 'note'>,
  { subject, role, partner, credential }: Identity,
  { request, response }: Followed,
): { readonly noteAsked?: (fields: readonly string[]) => void } {
  if (role !== PARTNER_ROLE || partner === null) return {};
  const asked = new Set<string>();
  const [door = ''] = (request.url ?? '').split('?');
  whenOver(request, response, () =>
    log.note({
      ...{ partner, credential: subject, byKey: credential === 'key', door: door.slice(0, 100) },
      ...{ asked: [...asked].sort(), status: response.statusCode },
    }),
  );
  return {
    noteAsked(fields) {
      for (const field of fields) asked.add(field);
    },
  };
}
