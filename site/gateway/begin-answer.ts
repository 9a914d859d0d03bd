import type http from 'node:http';
import { unreachable } from './refusal';

/** Until an answer begins: the gateway has a caller wait for others, and counts or records first. */
const BEGIN_MILLIS = 60_000;

/** Sends a request that has no body, and gives the answer as soon as it begins. Throws `GatewayRefusal` where none does. */
export function beginAnswer(sending: http.ClientRequest): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => sending.destroy(new Error('Nothing has begun')), BEGIN_MILLIS);
    sending.on('response', (response) => {
      clearTimeout(late);
      resolve(response);
    });
    sending.on('error', () => {
      clearTimeout(late);
      reject(unreachable());
    });
    sending.end();
  });
}
