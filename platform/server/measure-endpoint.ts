import type { IncomingMessage, ServerResponse } from 'node:http';
import { processRegistry } from '../metrics/process-registry';
import { BUCKETS_SECONDS, startWatch } from '../metrics/seconds';
import { whenOver } from './disconnect';

const ROUTES = ['graphql', 'records', 'changes', 'health', 'metrics'] as const;
const STATUSES = ['2xx', '4xx', '5xx', 'gone'] as const;

const requests = processRegistry.counter({
  name: 'complaints_endpoint_requests_total',
  help: 'Requests to the port of a part that runs alone, by route and kind of status.',
  labels: { route: ROUTES, status: STATUSES },
});
const durations = processRegistry.histogram({
  name: 'complaints_endpoint_request_seconds',
  help: 'How long the port of a part that runs alone took to answer. What it tells of changes has no end, and is left out.',
  labels: { route: ROUTES },
  buckets: BUCKETS_SECONDS,
});

/** Counts a request to a part's own port once its answer is over, and how long that took. */
export function measureEndpoint(request: IncomingMessage, response: ServerResponse): void {
  const [, route = ''] = request.url?.split(/[/?]/) ?? [];
  const seconds = startWatch();
  whenOver(request, response, () => {
    const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'gone';
    requests.add({ route, status });
    if (route !== 'changes') durations.observe({ route }, seconds());
  });
}
