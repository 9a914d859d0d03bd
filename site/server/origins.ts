import type { FastifyRequest } from 'fastify';

/** Names of one machine for itself: people type either. */
const THIS_MACHINE = ['localhost', '127.0.0.1'];

/** The origins at which people may reach a site whose address is `url`: that one, and on one's own machine its other name. */
export function siteOrigins(url: string): string[] {
  const { protocol, hostname, port, origin } = new URL(url);
  if (!THIS_MACHINE.includes(hostname)) return [origin];
  const names = [hostname, ...THIS_MACHINE.filter((name) => name !== hostname)];
  return names.map((name) => `${protocol}//${name}${port === '' ? '' : `:${port}`}`);
}

/** Tells the origin at which a request reached the site; for a host that is none of its own, its address. */
export function originsOf(url: string): (request: FastifyRequest) => string {
  const origins = siteOrigins(url);
  const byHost = new Map(origins.map((origin) => [new URL(origin).host, origin]));
  return (request) => byHost.get(request.headers.host ?? '') ?? origins[0] ?? url;
}
