import type { FastifyInstance } from 'fastify';
import { knownNames } from '../../platform/metrics/known-names';
import { OTHER } from '../../platform/metrics/metric';
import { processRegistry } from '../../platform/metrics/process-registry';
import { BUCKETS_SECONDS } from '../../platform/metrics/seconds';
import { pageNameOf } from './page-name';

/** Pages as they are written in the program, such as `complaints/*`: what stands in an address is in none. */
const pageNames = knownNames();
const STATUSES = ['2xx', '3xx', '4xx', '5xx'] as const;
const MILLIS_PER_SECOND = 1_000;

const pages = processRegistry.counter({
  name: 'complaints_site_requests_total',
  help: 'Requests that the site has answered, by page and kind of status.',
  labels: { page: pageNames, status: STATUSES },
});
const durations = processRegistry.histogram({
  name: 'complaints_site_request_seconds',
  help: 'How long the site took to answer. What goes on as events, and files of its own, are left out.',
  labels: {},
  buckets: BUCKETS_SECONDS,
});

/** Counts what the site answers, and how long it takes. */
export function measureSite(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url }) => void pageNames.add(pageNameOf(url)));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url;
    if (route?.startsWith('/assets/')) return;
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    pages.add({ page: route === undefined ? OTHER : pageNameOf(route), status });
    if (!String(reply.getHeader('content-type') ?? '').startsWith('text/event-stream'))
      durations.observe({}, reply.elapsedTime / MILLIS_PER_SECOND);
  });
}
