/** A way on from every page. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** Whether this page is there, or below it. */
  readonly isCurrent: boolean;
}

const FIGURES: readonly (readonly [string, string])[] = [
  ['Dashboard', '/'],
  ['Complaints', '/complaints'],
  ['Ombudsmen', '/ombudsman-cases'],
  ['Services', '/services'],
  ['Measures', '/measures'],
  ['Report', '/reports/mid-year'],
  ['Saved views', '/views'],
];
const AUDIT: readonly (readonly [string, string])[] = [['Audit log', '/audit']];

/** Where people of a role may go, with the place where they are; what the role sees there the gateway decides. */
export function navigationFor(role: string, path: string): NavigationItem[] {
  const items = role === 'auditor' ? AUDIT : FIGURES;
  return items.map(([text, href]) => ({ text, href, isCurrent: isAt(path, href) }));
}

/** The page on which people of a role begin. */
export const startPageOf = (role: string): string => (role === 'auditor' ? '/audit' : '/');

const isAt = (path: string, href: string): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`));
