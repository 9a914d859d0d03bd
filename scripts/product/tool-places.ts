import type { SiteSettings } from '../../platform/config/settings';
import type { StartSite } from '../../site/site';

const POSTGRES_PORT = '5432';

/** Where tools reach the product: where the settings say, else where the product's own parts do. No login is in it. */
export function toolPlaces(
  { toolsUrl, toolsDatabase }: Pick<SiteSettings, 'toolsUrl' | 'toolsDatabase'>,
  { gatewayUrl, databaseUrl }: { readonly gatewayUrl: string; readonly databaseUrl: string },
): StartSite['toolPlaces'] {
  const { hostname, port, pathname } = new URL(databaseUrl);
  const [host = hostname, hostPort = port] = toolsDatabase?.split(':') ?? [];
  return {
    gateway: toolsUrl ?? new URL(gatewayUrl).origin,
    database: { host, port: hostPort || POSTGRES_PORT, name: decodeURIComponent(pathname.slice(1)) },
  };
}
