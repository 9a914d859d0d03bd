import type { z } from 'zod';
import { hideSecrets } from './hide-secrets';
import type { siteModel } from './models';

/** The complaints site. */
export interface SiteSettings {
  readonly port: number;
  /** The origin at which people reach it; null where it is this machine's own. */
  readonly url: string | null;
  /** As which application it asks the sign-in service; null for the demonstration's, or where there is no site. */
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  /** What it asks the sign-in service for, divided by spaces. */
  readonly scopes: string;
  /** What sessions are sealed with; null for the demonstration's. */
  readonly sessionSecret: string | null;
  /** Where the gateway answers a site that runs alone. */
  readonly gatewayUrl: string | null;
  /** Where tools reach the gateway, and the database server with the views for SQL; null where that is where the product does. */
  readonly toolsUrl: string | null;
  readonly toolsDatabase: string | null;
  /** Whose site it is: the name and the colour at its head. */
  readonly council: { readonly name: string; readonly colour: string };
}

/** The settings of the site as the product uses them. */
export const siteSettings = (site: z.output<typeof siteModel>, port: number): SiteSettings =>
  hideSecrets(
    {
      port,
      url: site.SITE_URL ?? null,
      clientId: site.SITE_CLIENT_ID ?? null,
      clientSecret: site.SITE_CLIENT_SECRET ?? null,
      scopes: site.SITE_SCOPES,
      sessionSecret: site.SITE_SESSION_SECRET ?? null,
      gatewayUrl: site.SITE_GATEWAY_URL ?? null,
      toolsUrl: site.TOOLS_GATEWAY_URL ?? null,
      toolsDatabase: site.TOOLS_DATABASE ?? null,
      council: { name: site.COUNCIL_NAME, colour: site.COUNCIL_COLOUR },
    },
    ['clientSecret', 'sessionSecret'],
  );
