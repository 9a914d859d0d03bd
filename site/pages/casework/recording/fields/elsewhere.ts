import type { Law } from '../../law-words';

/** What is no complaint here: how somebody knows it, what the person is told, and the law that has another way for it. */
interface Elsewhere {
  /** How it is chosen. */
  readonly label: string;
  readonly title: string;
  readonly tell: readonly string[];
  readonly laws: readonly Law[];
}

const statute = (law: string, paragraph: string): Law => ({ law, paragraph, basis: 'STATUTE' });
const POLICY: Law = {
  law: "The council's complaints policy",
  paragraph: 'what has another way',
  basis: 'POLICY',
};
const HANDLING = 'That how we dealt with it may still be a complaint: tell us if that goes wrong.';

/** The ways that come before complaining, by what somebody brought. */
export const ELSEWHERE = {
  SERVICE_REQUEST: {
    label: 'They ask for a service: to provide, mend or look at something, for the first time',
    title: 'A request for a service',
    tell: [
      'That it is passed to the service that does it, and by when they hear. Pass it on now.',
      'That they may complain where they are not content with how the request is dealt with, even while it is open.',
    ],
    laws: [{ ...POLICY, paragraph: 'a request for service' }],
  },
  APPEAL: {
    label:
      'They want a decision changed that has an appeal or a tribunal, such as a parking fine or a benefit',
    title: 'A decision with an appeal of its own',
    tell: [
      'That the letter with the decision says how to appeal, and until when: that day does not wait for a complaint.',
      'Parking fines: the Traffic Penalty Tribunal. Council tax: the Valuation Tribunal. Benefits: the First-tier Tribunal. Planning: the Planning Inspectorate.',
      HANDLING,
    ],
    laws: [statute('Local Government Act 1974', 'section 26(6)')],
  },
  SEND: {
    label: 'They do not agree with an education, health and care plan, or that there is none',
    title: 'A decision about an education, health and care plan',
    tell: [
      'That they may appeal to the First-tier Tribunal (Special Educational Needs and Disability), and ask for mediation first.',
      'That delay, or a plan that is not carried out, is a complaint: record that.',
    ],
    laws: [statute('Children and Families Act 2014', 'section 51')],
  },
  SCHOOL_PLACE: {
    label: 'They were refused a place at a school, or a child was excluded',
    title: 'A place at a school, or an exclusion',
    tell: [
      'Refused a place: that they may appeal to an independent panel, as the letter of refusal says.',
      'Excluded: that they may speak to the governors, and for a permanent exclusion ask for an independent review.',
      HANDLING,
    ],
    laws: [
      statute('School Standards and Framework Act 1998', 'section 94'),
      statute('Education Act 2002', 'section 51A'),
    ],
  },
  INSURANCE: {
    label: 'They claim money for damage or an injury',
    title: 'A claim for damage or injury',
    tell: [
      'That the council’s insurance team decides on claims, and which form to send there.',
      'That what happened besides, such as nobody calling back, may be a complaint.',
    ],
    laws: [POLICY],
  },
  INFORMATION: {
    label: 'It is about their personal data, or about an answer to a request for information',
    title: 'Personal data, or a request for information',
    tell: [
      'That information governance deals with it. A complaint about personal data is acknowledged there within 30 days: pass it on today.',
      'That they may go to the Information Commissioner afterwards.',
    ],
    laws: [
      statute('Data (Use and Access) Act 2025', 'section 103'),
      statute('Freedom of Information Act 2000', 'section 50'),
    ],
  },
  COUNCILLOR: {
    label: 'It is about what a councillor did',
    title: 'The conduct of a councillor',
    tell: ['That the monitoring officer decides on it by the code of conduct, and how to write there.'],
    laws: [statute('Localism Act 2011', 'section 28')],
  },
  POLICE: {
    label: 'It is about the police',
    title: 'The police',
    tell: [
      'That the police force takes complaints about itself, and the Independent Office for Police Conduct looks at how it did.',
      'Where somebody is in danger: 999.',
    ],
    laws: [statute('Police Reform Act 2002', 'Part 2')],
  },
  WHISTLEBLOWING: {
    label: 'Somebody who works for us or with us reports wrongdoing',
    title: 'Whistleblowing',
    tell: [
      'That it is taken under the whistleblowing policy, and that the law protects who reports it.',
      'Keep their name to yourself, and pass them to the officer whom that policy names. Write nothing of it here.',
    ],
    laws: [statute('Employment Rights Act 1996', 'section 43B')],
  },
  STAFF: {
    label: 'Somebody who works for us complains about their employment',
    title: 'Staff about their employment',
    tell: ['That human resources and the grievance procedure are the way.'],
    laws: [POLICY],
  },
  COURT: {
    label: 'A court is deciding, or has decided, the same matter',
    title: 'What a court decides',
    tell: [
      'That the court decides on it, and that we cannot. What the court does not look at may be a complaint.',
    ],
    laws: [statute('Local Government Act 1974', 'section 26(6)')],
  },
  COUNCIL_DECISION: {
    label: 'They do not agree with a policy or a budget that councillors decided',
    title: 'A policy or a budget',
    tell: [
      'Which councillor or committee to write to. That it was not followed in their case is a complaint.',
    ],
    laws: [POLICY],
  },
  AT_RISK: {
    label: 'A child or an adult is at risk of harm',
    title: 'Somebody at risk',
    tell: [
      'Nothing that could put anybody in danger. Ring safeguarding now, before anything else; in danger at once, 999.',
      'What we did wrong may be recorded as a complaint afterwards: go back and say that it is one.',
    ],
    laws: [statute('Care Act 2014', 'section 42'), statute('Children Act 1989', 'section 47')],
  },
} as const satisfies Readonly<Record<string, Elsewhere>>;
export type ElsewhereKind = keyof typeof ELSEWHERE;

/** What is no complaint here, by what was chosen; null for a complaint. */
export const elsewhereOf = (kind: string): Elsewhere | null => (isElsewhere(kind) ? ELSEWHERE[kind] : null);

const isElsewhere = (kind: string): kind is ElsewhereKind => Object.hasOwn(ELSEWHERE, kind);
