/**
 * What can be opened in the graph, and what it means for people. Which rows of it, the subgraphs and the database decide:
 * a partner sees figures and facts of its own, an officer accounts of the streams cleared for.
 */
export const SCOPES = {
  figures: 'See figures: the dashboard, measures, services and reports',
  calls: 'See figures of telephone calls',
  facts: 'See single complaints and ombudsmen’s cases, without people',
  accounts: 'Read who complained and what they said, where cleared for it; each reading is recorded',
  casework: 'Work on complaints: see how each stands and who has it, and do what the procedure lets',
  'service-faults': 'See what is wrong with the records of services that one manages',
  'quarantine-counts': 'See how many rows imports kept back',
  quarantine: 'See what is wrong with rows, and put it right',
  imports: 'See imports, and undo them',
  'reference-data': 'Say what words mean, and change services, directorates and bank holidays',
  audit: 'Search the audit log',
  restrictions: 'Restrict cases to named people, and record conflicts of interest',
  retention:
    'Say for how long people of a complaint are kept, hold them for the law, and take them out for good',
  'break-glass': 'Open a restricted case by giving a reason, for a time; somebody else is told',
  'case-openings': 'See who opened a restricted case, and acknowledge it',
  keys: 'Make, rotate and revoke the keys of programs',
  agreements: 'See agreements with partners, and what partners asked',
  'agreement-editing': 'Make, change and end agreements with partners',
  events: 'Be told what changed of one’s own',
  'own-agreement': 'See the own agreement, its keys, and what was asked under it',
  guidance: 'Read how complaints are answered here, and see the workshops',
  'guidance-editing': 'Write how complaints are answered here, plan workshops, and record who came',
  workshops: 'Book a place at a workshop',
  reports: 'Read reports, drafts and frozen ones, what changed since, targets and signals',
  'report-writing': 'Begin reports, and write what is said in them and about signals',
  'report-freezing': 'Freeze reports, begin their revisions, and set targets',
  reviews: 'See review meetings, and keep what was agreed at them',
  'review-holding': 'Plan review meetings, and close them',
} as const;

/** The name of something that can be opened. */
export type Scope = keyof typeof SCOPES;

/** Of the central team, which writes it. */
const KEEPS_GUIDANCE: readonly Scope[] = ['guidance', 'guidance-editing', 'workshops'];

/** Of those who report figures to members. */
const REPORTS: readonly Scope[] = ['reports', 'report-writing'];
/** Of the central team, which answers for what was reported, and holds review meetings. */
const KEEPS_REPORTS: readonly Scope[] = [...REPORTS, 'report-freezing', 'reviews', 'review-holding'];

/** What each role opens, after the contract's table "Who may see what": the gateway enforces it, and directory tells it. */
export const SCOPES_OF_ROLE: Readonly<Record<string, readonly Scope[]>> = {
  analyst: ['figures', 'calls', 'facts', 'quarantine-counts', 'guidance', 'workshops', ...REPORTS],
  manager: [
    ...(['figures', 'calls', 'facts', 'accounts', 'casework', 'service-faults'] as const),
    ...(['guidance', 'workshops'] as const),
    ...REPORTS,
    'reviews',
  ],
  officer: [
    ...(['figures', 'calls', 'facts', 'accounts', 'casework'] as const),
    ...(['quarantine-counts', 'quarantine'] as const),
    ...(['restrictions', 'break-glass', 'retention'] as const),
    ...KEEPS_GUIDANCE,
    ...KEEPS_REPORTS,
  ],
  partner: ['figures', 'facts', 'events', 'own-agreement'],
  auditor: ['audit', 'case-openings', 'agreements', 'guidance'],
  admin: [
    ...([
      'figures',
      'calls',
      'facts',
      'quarantine-counts',
      'quarantine',
      'imports',
      'reference-data',
      'restrictions',
      'retention',
      'case-openings',
      'keys',
      'agreements',
      'agreement-editing',
    ] as const),
    ...KEEPS_GUIDANCE,
    ...KEEPS_REPORTS,
  ],
};

/**
 * What is left to those to whom small numbers are not told: whoever sees single complaints can count them, and figures of calls are
 * of any day and group.
 */
export const OPEN_TO_PROTECTED: readonly Scope[] = ['figures', 'guidance', 'workshops', 'own-agreement'];

/**
 * What no key opens, whatever its role: people and what they said, rows as they came, who read what, lists of who booked, what only a
 * person does for themselves, and keys. A key is a text in some tool's settings, and nobody is behind it whose reading could be asked about.
 */
export const NEVER_BY_KEY: readonly Scope[] = [
  'accounts',
  'casework',
  'quarantine',
  // Whoever makes keys is kept from the audit log, and would make one of an auditor.
  'audit',
  'guidance-editing',
  'workshops',
  // Who may open a case is for people to say, and it is people who answer for opening one.
  'restrictions',
  'break-glass',
  'case-openings',
  // What is taken out is gone for good.
  'retention',
  'keys',
  // An agreement opens as much as the keys under it.
  'agreements',
  'agreement-editing',
  // What is said in a council's name, people say, and answer for.
  'report-writing',
  'report-freezing',
  'reviews',
  'review-holding',
];

/** The role of organisations outside, which is bound to an agreement. */
export const PARTNER_ROLE = 'partner';

/** What each part of an agreement opens of that role; the own agreement is open under every one. */
export const SCOPES_OF_PART: Readonly<Record<string, readonly Scope[]>> = {
  FIGURES: ['figures'],
  CASES: ['facts'],
  EVENTS: ['events'],
};
