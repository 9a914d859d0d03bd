import type { Settings } from '../../platform/config/settings';
import { addressOf } from '../../platform/server/listening';

/** The demonstration's sign-in service, which answers below the address of the site. */
export const demonstrationIssuer = ({ site }: Pick<Settings, 'site'>, placeUrl: string): string =>
  `${site.url ?? placeUrl}/demonstration-sign-in`;

/** Where a gateway that runs apart from the site expects the demonstration's sign-in service. */
export const expectedIssuer = (settings: Settings): string =>
  demonstrationIssuer(settings, addressOf(settings.site.port, settings.bindAddress ?? undefined));
