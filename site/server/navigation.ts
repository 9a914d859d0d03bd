/** A way on from every page. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** Whether this page is there, or below it. */
  readonly isCurrent: boolean;
}

/** Ways on that belong together. It leads to its start page, or to the first of them, and is current where one of them is. */
export interface NavigationGroup extends NavigationItem {
  /** Whether its ways on are shown beside the groups: of the group where one is, or of the first. */
  readonly isOpen: boolean;
  readonly items: readonly NavigationItem[];
}

/** Where the council's complaints stand at a glance. */
export const DASHBOARD_PATH = '/dashboard';
/** Where those begin who work on complaints. */
export const WORKLISTS_PATH = '/casework';

type Item = readonly [text: string, href: string, roles: readonly string[]];

const FIGURES = ['analyst', 'manager', 'officer', 'admin', 'partner'];
/** Who sees the council's own complaints: a partner sees the ombudsmen's cases about it alone. */
const COUNCIL = FIGURES.filter((role) => role !== 'partner');
const WORKERS = ['officer', 'manager'];
const OFFICE = ['officer', 'admin'];
/** Who may read how complaints are answered: all but partners. */
const READERS = ['analyst', 'manager', 'officer', 'admin', 'auditor'];
const EVERYBODY = [...READERS, 'partner'];

interface Group {
  readonly text: string;
  /** The page that says what the group holds, and the roles that have it. */
  readonly start?: readonly [href: string, roles: readonly string[]];
  readonly items: readonly Item[];
}

/** Every way on, in its order, with the roles that have it. A group of which a role has nothing is not shown. */
const GROUPS: readonly Group[] = [
  {
    text: 'Casework',
    items: [
      ['Worklists', WORKLISTS_PATH, WORKERS],
      ['Record a complaint', '/casework/record', ['officer']],
      ['Calls', '/casework/calls', ['officer']],
      ['Team', '/casework/team', WORKERS],
    ],
  },
  {
    text: 'Figures',
    items: [
      ['Dashboard', DASHBOARD_PATH, FIGURES],
      ['Complaints', '/complaints', COUNCIL],
      ['Ombudsmen', '/ombudsman-cases', FIGURES],
      ['Services', '/services', COUNCIL],
      ['Measures', '/measures', FIGURES],
      ['Saved views', '/views', FIGURES],
      ['By mail', '/post', COUNCIL],
      ['Our agreement', '/partner', ['partner']],
    ],
  },
  {
    text: 'Reporting',
    items: [
      ['Reports', '/reports', COUNCIL],
      ['Tables of a period', '/reports/mid-year', FIGURES],
      ['Reviews', '/reviews', ['manager', 'officer', 'admin']],
      ['Targets', '/targets', COUNCIL],
      ['Signals', '/signals', COUNCIL],
    ],
  },
  {
    text: 'Putting right',
    items: [
      ['Data quality', '/data-quality', ['officer', 'manager', 'admin']],
      ['Imports', '/imports', ['admin']],
    ],
  },
  {
    text: 'Knowing how',
    items: [
      ['Guidance', '/guidance', READERS],
      ['Procedures', '/procedures', READERS],
      ['Workshops', '/workshops', ['analyst', 'manager', 'officer', 'admin']],
      ['Dictionary', '/dictionary', EVERYBODY],
    ],
  },
  {
    text: 'Tools',
    items: [
      ['Ask the graph', '/explore', ['analyst', 'admin']],
      ['Connect a tool', '/connect', FIGURES],
      ['Status', '/status', EVERYBODY],
    ],
  },
  {
    text: 'Administration',
    start: ['/administration', OFFICE],
    items: [
      ['Words', '/administration/words', ['admin']],
      ['Services and directorates', '/administration/services', OFFICE],
      ['Calendar', '/administration/calendar', OFFICE],
      ['Closed days', '/administration/closed-days', OFFICE],
      ['Who may do what', '/administration/roles', OFFICE],
      ['Keys', '/administration/keys', ['admin']],
      ['Partners', '/administration/partners', ['admin', 'auditor']],
      ['Audit log', '/audit', ['auditor']],
      ['Restricted cases', '/restricted-cases', ['admin', 'auditor']],
      ['How long people are kept', '/retention', OFFICE],
    ],
  },
];

/** What is done to a complaint that is worked on here: its forms, its letters, its documents. */
const WORK_ON_ONE = /^\/complaints\/[^/]+\/(do|letters|documents|what-if)(\/|$)/;

/**
 * Where people of a role may go, with the place where they are; what the role sees there the gateway decides. A group of
 * one bears that one's name. `place` is where a page belongs whose address does not tell, for those who may go there.
 */
export function navigationFor(role: string, path: string, place?: string): NavigationGroup[] {
  const belongs = place ?? (WORK_ON_ONE.test(path) ? WORKLISTS_PATH : path);
  const groups = groupsAt(role, belongs);
  return groups.some(({ isCurrent }) => isCurrent) ? groups : groupsAt(role, path);
}

function groupsAt(role: string, path: string): NavigationGroup[] {
  const groups = GROUPS.flatMap((group) => groupFor(group, role, path));
  const open = groups.find(({ isCurrent }) => isCurrent) ?? groups[0];
  return groups.map((group) => ({ ...group, isOpen: group === open }));
}

/** Whether people of a role may read how complaints are answered; the gateway decides. */
export const mayReadGuidance = (role: string): boolean => READERS.includes(role);

/** The page on which people of a role begin. */
export function startPageOf(role: string): string {
  if (role === 'auditor') return '/audit';
  return WORKERS.includes(role) ? WORKLISTS_PATH : DASHBOARD_PATH;
}

const itemsFor = (items: readonly Item[], role: string, path: string): NavigationItem[] =>
  items
    .filter(([, , roles]) => roles.includes(role))
    .map(([text, href]) => ({ text, href, isCurrent: href === placeOf(items, path) }));

function groupFor(
  { text, start, items }: Group,
  role: string,
  path: string,
): Omit<NavigationGroup, 'isOpen'>[] {
  const own = itemsFor(items, role, path);
  const [first] = own;
  if (first === undefined) return [];
  const [startPage, roles] = start ?? [];
  const href = startPage !== undefined && roles?.includes(role) ? startPage : first.href;
  const isCurrent = path === href || own.some((item) => item.isCurrent);
  return [{ text: own.length === 1 ? first.text : text, href, isCurrent, items: own }];
}

/** The item whose page this is, or is below: of several, the one that is nearest. */
const placeOf = (items: readonly Item[], path: string): string | undefined =>
  items
    .map(([, href]) => href)
    .filter((href) => isAt(path, href))
    .sort((one, other) => other.length - one.length)[0];

const isAt = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);
