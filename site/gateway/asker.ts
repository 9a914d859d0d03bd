import { REQUEST_ID_HEADER } from '../../platform/server/request-id';
import { traceParent } from '../../platform/tracing/current';
import { TRACE_HEADER } from '../../platform/tracing/trace-context';

/** In whose name something is asked of the gateway, and for which request to the site. */
export interface Asker {
  readonly accessToken: string;
  readonly requestId: string;
}

/** What says so on the way to the gateway. */
export const headersOf = ({ accessToken, requestId }: Asker) => {
  const trace = traceParent();
  return {
    authorization: `Bearer ${accessToken}`,
    [REQUEST_ID_HEADER]: requestId,
    ...(trace !== null && { [TRACE_HEADER]: trace }),
  };
};
