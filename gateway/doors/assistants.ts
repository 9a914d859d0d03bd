import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { refusalOf } from '../../platform/identity/guard';
import type { Identity } from '../../platform/identity/identity';
import type { Logger } from '../../platform/logging/logger';
import { maskedMessage } from '../../platform/server/errors';
import { askingAs, type Questions } from '../assistants/asking';
import { type AssistantServer, assistantServers } from '../assistants/server';
import { Refusal } from '../entrance/refusal';
import { ASSISTANTS_PATH } from '../entrance/resource-metadata';
import type { Graph } from '../graph/graph';
import { at, type GuardedDoor, type Visit } from './door';

export interface AssistantsDoor extends AssistantServer {
  readonly graph: Pick<Graph, 'ask'>;
  readonly questions: Questions;
  /** Origins of web pages from elsewhere that may ask. */
  readonly pageOrigins: readonly string[];
  readonly logger: Logger;
}

/** A question is some names and days. */
const MAX_BODY_BYTES = 100_000;

/** Whoever may see figures, or what they count, has something to ask here. */
const GUARD = [['figures'], ['facts']];

/** What of a request the protocol speaks of. */
const HEADERS = ['accept', 'content-type', 'mcp-protocol-version'] as const;

/**
 * `POST /mcp`: what AI assistants ask (Model Context Protocol, streamable HTTP). One message a request, answered in JSON, nothing kept
 * between two. Every tool asks the graph as the caller.
 */
export function assistantsDoor({
  graph,
  questions,
  pageOrigins,
  logger,
  ...assistant
}: AssistantsDoor): GuardedDoor {
  const serverFor = assistantServers(assistant);
  return {
    isOpen: false,
    matches: at(ASSISTANTS_PATH),
    maxBodyBytes: MAX_BODY_BYTES,
    async answer({ request, response, caller, body }) {
      refusePages(request, pageOrigins);
      refuseOtherMethods(request, response);
      refuseOthers(caller.identity);
      refuseBatches(body);
      const server = serverFor(askingAs({ graph, questions }, caller), (err) => {
        logger.error({ err, requestId: caller.requestId }, 'A question of an assistant failed');
        return maskedMessage(caller.requestId);
      });
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
      try {
        await server.connect(transport);
        await send(response, await transport.handleRequest(asSent({ request, body })));
      } finally {
        await server.close();
      }
    },
  };
}

/** A page that its reader did not mean to ask from: browsers name where it is from, and nobody else does (the protocol asks for this check). */
function refusePages({ headers: { origin } }: IncomingMessage, pageOrigins: readonly string[]): void {
  if (origin === undefined || pageOrigins.includes(origin)) return;
  throw new Refusal(403, 'FORBIDDEN', 'Pages of this origin may not ask here (CORS_ORIGINS).');
}

function refuseOtherMethods({ method }: IncomingMessage, response: ServerResponse): void {
  if (method === 'POST') return;
  response.setHeader('allow', 'POST');
  throw new Refusal(
    405,
    'BAD_REQUEST',
    'Assistants send each message by POST and have its answer at once: there is no stream to listen to, and no session to end.',
  );
}

function refuseOthers({ scopes, subject }: Identity): void {
  const message = refusalOf(ASSISTANTS_PATH, { guards: [GUARD], held: scopes });
  if (message !== null) throw new Refusal(403, 'FORBIDDEN', message, null, subject);
}

/** The protocol has had no batches since its version of June 2025: they would be one request for any number of questions. */
function refuseBatches(body: Buffer): void {
  if (!body.toString().trimStart().startsWith('[')) return;
  throw new Refusal(400, 'BAD_REQUEST', 'Send one message at a time, not a list.');
}

/** The address is of no meaning: the request never leaves this process. */
function asSent({ request, body }: Pick<Visit, 'request' | 'body'>): Request {
  const headers = HEADERS.flatMap((name): [string, string][] => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return new Request(`http://gateway${ASSISTANTS_PATH}`, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
  });
}

async function send(response: ServerResponse, answer: Response): Promise<void> {
  const text = await answer.text();
  if (response.destroyed) return;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.writeHead(answer.status);
  response.end(text);
}
