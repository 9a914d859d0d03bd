/** What one role can try. */
export interface Tour {
  readonly role: string;
  readonly title: string;
  readonly comesFor: string;
  readonly steps: readonly TourStep[];
}

/** One thing to try, with the page where it begins. */
export interface TourStep {
  readonly text: string;
  readonly href: string;
  readonly says: string;
}

const DASHBOARD: TourStep = {
  text: 'Open the dashboard',
  href: '/dashboard',
  says: 'It opens on the newest quarter that the records reach. Each number opens the complaints behind it.',
};
const WORK: TourStep = {
  text: 'Begin with your worklist',
  href: '/casework',
  says: 'The most urgent first. Narrow it, and choose “Save this view” for what you look at each morning.',
};
const TEAM: TourStep = {
  text: 'Say that you are away',
  href: '/casework/team',
  says: 'Who stands in then has your work in a list of their own.',
};
const KEEP: TourStep = {
  text: 'Keep what you look at often',
  href: '/views',
  says: 'Narrow a page by its filter and choose “Save this view”. To share it, copy the address.',
};

const REPORT: TourStep = {
  text: 'Read and print the mid-year report',
  href: '/reports/mid-year',
  says: 'The tables of the progress report for any quarter of a year, for paper and as files.',
};

const WORKSHOP: TourStep = {
  text: 'Book a workshop',
  href: '/workshops',
  says: 'Refreshers for those who answer complaints. Where all seats are taken there is a waiting list.',
};

const DICTIONARY: TourStep = {
  text: 'Look up what a name means',
  href: '/dictionary',
  says: 'Measures, filters, columns and codes, with what each is called in the graph, in files, by OData and by SQL, and what changed.',
};
const RETENTION: TourStep = {
  text: 'Decide how long people are kept',
  href: '/retention',
  says: 'Complaints whose people are due to be taken out, and legal holds.',
};
const PARTNERS: TourStep = {
  text: 'See the agreements with partners',
  href: '/administration/partners',
  says: 'What each may see, their keys, and what they asked.',
};
const RESTRICTED: TourStep = {
  text: 'See which cases are restricted',
  href: '/restricted-cases',
  says: 'To whom each is open, and who opened one by a reason.',
};

const TOURS: readonly Tour[] = [
  {
    role: 'analyst',
    title: 'An analyst, or a director',
    comesFor: 'Is it better or worse, where, and can the figure be trusted?',
    steps: [
      DASHBOARD,
      {
        text: 'Follow one figure down',
        href: '/measures/IN_TIME_RATE',
        says: 'The share answered in time: its definition, three years of quarters, and what it is made of.',
      },
      {
        text: 'Compare the services',
        href: '/services?sort=overdue',
        says: 'Those with most that is overdue stand first. Open one to see its oldest complaints.',
      },
      {
        text: 'Take the figures away',
        href: '/measures/RECEIVED',
        says: 'Each table has its files (CSV, Excel, Parquet), with the same numbers as the page.',
      },
      REPORT,
      {
        text: 'Ask the graph what no page shows',
        href: '/explore',
        says: 'Write a question of your own, by a form or in GraphiQL, which completes what you type.',
      },
      {
        text: 'Take the records with you',
        href: '/dictionary?section=record-sets',
        says: 'Programs take them as CSV, Excel, Parquet or JSON from /exports of the gateway, and by SQL: here is what each column holds.',
      },
      DICTIONARY,
      KEEP,
    ],
  },
  {
    role: 'manager',
    title: 'A manager of services',
    comesFor: 'What is overdue or due in my service, and who waits longest?',
    steps: [
      WORK,
      {
        text: 'Find your service',
        href: '/services',
        says: 'Its page begins with what is overdue and what is open, the oldest first.',
      },
      {
        text: 'See everything that is overdue',
        href: '/measures/OVERDUE',
        says: 'By stream, stage, service and age; narrow it by the filter.',
      },
      {
        text: 'Know by when a complaint is due',
        href: '/streams/corporate',
        says: 'The page of each stream says when a complaint that came in today would be due, and by which rule.',
      },
      {
        text: 'Find out how to answer one',
        href: '/guidance',
        says: 'The guide for those who answer for the first time, checklists to print, and questions that are found while you type.',
      },
      WORKSHOP,
      TEAM,
      KEEP,
    ],
  },
  {
    role: 'officer',
    title: 'A complaints officer',
    comesFor: 'Which complaint is this, who complained, and what is wrong with the records?',
    steps: [
      WORK,
      {
        text: 'Share out work',
        href: '/casework/team',
        says: 'See who has how much and who is away, and hand all of somebody’s work over. What would happen is shown first.',
      },
      {
        text: 'List the complaints',
        href: '/complaints',
        says: 'Or write a reference into the field at the top of each page. People and narratives are shown for the streams that you are cleared for, and each reading is recorded.',
      },
      {
        text: 'See the ombudsmen’s cases',
        href: '/ombudsman-cases',
        says: 'What they ask, by when, and what they decided.',
      },
      {
        text: 'Answer somebody who asks what is kept of them',
        href: '/complaints',
        says: 'Open the complaint, its people, and “What is kept of this person”: you prepare it, and somebody else approves it before it is sent.',
      },
      RETENTION,
      DASHBOARD,
      KEEP,
    ],
  },
  {
    role: 'partner',
    title: 'A partner',
    comesFor: 'Which of our cases does the ombudsman have, and what is asked of us?',
    steps: [
      {
        text: 'Open your cases',
        href: '/ombudsman-cases',
        says: 'Yours alone: no other organisation’s and none of the council’s own.',
      },
      { ...DASHBOARD, says: 'The same figures as the council’s, counted of your cases alone.' },
      {
        text: 'See your agreement',
        href: '/partner',
        says: 'What it opens and until when, its keys, and what was asked under it.',
      },
      DICTIONARY,
    ],
  },
  {
    role: 'auditor',
    title: 'An auditor',
    comesFor: 'Who read what, and when?',
    steps: [
      {
        text: 'Search the audit log',
        href: '/audit',
        says: 'Every reading of somebody’s details. You see no figure and no complaint.',
      },
      {
        text: 'Find who read one complaint',
        href: '/audit/complaint',
        says: 'By its reference, which somebody has asked you about. That you looked is recorded too.',
      },
      RESTRICTED,
      PARTNERS,
    ],
  },
  {
    role: 'admin',
    title: 'An administrator',
    comesFor: 'Do the records reach as far as they should?',
    steps: [
      {
        ...DASHBOARD,
        says: 'At its end it says how far the records of each source reach, and when they were loaded.',
      },
      {
        text: 'Read what each figure means',
        href: '/measures',
        says: 'With its source in law and the version of its definition.',
      },
      {
        text: 'Say what a word means',
        href: '/administration/words',
        says: 'Codes and names that imports met and nobody knows; what is recorded already is counted so at once.',
      },
      {
        text: 'See who may do what',
        href: '/administration/roles',
        says: 'Every role and what it opens, as it is enforced.',
      },
      {
        text: 'Make a key for a program',
        href: '/administration/keys',
        says: 'It is shown once. Rotate it, revoke it, and see how it is used.',
      },
      PARTNERS,
      RESTRICTED,
      RETENTION,
      {
        text: 'Load an extract',
        href: '/imports',
        says: 'With a rehearsal first; a whole import can be taken back.',
      },
    ],
  },
];

/** What people can try: those of one role first, and with their links; links of others may not open for them. */
export const toursFor = (role: string): (Tour & { readonly isOwn: boolean })[] =>
  [...TOURS]
    .sort((one, other) => Number(other.role === role) - Number(one.role === role))
    .map((tour) => ({ ...tour, isOwn: tour.role === role }));
