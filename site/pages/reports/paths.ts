import { addressOf } from '../../filters/address';

/** The reports that were begun, and what can be. */
export const REPORTS_PATH = '/reports';

/** The page of a report: of its newest version, of another, or as it may be published. */
export const reportHref = (
  id: string,
  { version = null, isPublic = false }: { version?: number | null; isPublic?: boolean } = {},
): string =>
  addressOf(`${REPORTS_PATH}/${encodeURIComponent(id)}`, {}, { version, public: isPublic ? 1 : null });

/** The page on which something is said in a section. */
export const sectionHref = (id: string, section: string): string =>
  `${reportHref(id)}/sections/${encodeURIComponent(section)}`;

/** What a frozen report would say otherwise now: all of it, or one of its figures. */
export const sinceHref = (
  id: string,
  { version = null, cell = null }: { version?: number | null; cell?: string | null } = {},
): string => addressOf(`${REPORTS_PATH}/${encodeURIComponent(id)}/since`, {}, { version, cell });

/** Whether an address asks for a report as it may be published. In doubt it does: `public=true` never gives the whole one. */
export const isForPublic = ({ public: asked }: Readonly<Record<string, unknown>>): boolean =>
  asked !== undefined && asked !== '0';
