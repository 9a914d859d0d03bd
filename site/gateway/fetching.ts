import { type Asker, headersOf } from './asker';
import { clientFor } from './client-for';
import { GatewayRefusal, noAnswer } from './refusal';
import { textOf } from './text-of';
import { toldRefusal } from './told-refusal';

/** Gets what one of the gateway's doors gives at a path, as text, in somebody's name. Throws `GatewayRefusal` where it does not. */
export type FetchDoor = (path: string, asker: Asker) => Promise<string>;

/** The first who asks after a start waits for what is then kept. */
const TIMEOUT_MILLIS = 15_000;

/** The doors of the gateway at `url` (without a path). */
export function fetchingFrom(url: string): FetchDoor {
  const { Agent, get } = clientFor(new URL(url));
  const agent = new Agent({ keepAlive: true });
  return async (path, asker) => {
    const signal = AbortSignal.timeout(TIMEOUT_MILLIS);
    const { status, text } = await new Promise<Answered>((resolve, reject) => {
      get(new URL(path, url), { agent, headers: headersOf(asker), signal }, (response) => {
        textOf(response).then((said) => resolve({ status: response.statusCode ?? 0, text: said }), reject);
      }).on('error', reject);
    }).catch(() => {
      throw noAnswer(signal);
    });
    if (status === OK_STATUS) return text;
    throw refusalIn(text);
  };
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

const OK_STATUS = 200;

function refusalIn(text: string): GatewayRefusal {
  const refused = toldRefusal(text);
  return refused === null
    ? new GatewayRefusal('UNREACHABLE', 'What answers is not the gateway')
    : new GatewayRefusal(refused.code, refused.message);
}
