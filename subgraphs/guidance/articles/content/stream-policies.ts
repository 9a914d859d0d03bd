import { AFTER_THE_FIRST_HALF_YEAR, CENTRAL_TEAM, type SeedArticle, YEARLY } from './article';

const policy = { kind: 'POLICY' } as const;

/** One for each stream. Their limits stand in the procedures, which figures count by. */
export const streamPolicies: readonly SeedArticle[] = [
  {
    ...policy,
    id: 'corporate-complaints',
    title: 'Corporate complaints',
    summary: 'Two stages, the second by somebody who had no part in the first.',
    owner: CENTRAL_TEAM,
    stream: 'CORPORATE',
    review_due_on: AFTER_THE_FIRST_HALF_YEAR,
    body: `
The Local Government and Social Care Ombudsman's Complaint Handling Code is advice under section 23(12A) of the Local Government Act 1974. The ombudsman
applies it from 1 April 2026. It does not hold where a law has its own procedure: adults' and children's social care.

- **Stage 1**: the service. Acknowledged, understood and recorded within 5 working days; answered within 10 of the acknowledgement.
- **Stage 2**: the central team, and never who answered at stage 1. Acknowledged within 5 working days of being asked for; answered within 20 of that. It is
  our last word. Nobody has to give reasons for asking.
- **Longer**: once, by up to 10 working days at stage 1 and 20 at stage 2, for a good reason, told with the new date and the ombudsman's address. Nothing
  else stops the clock.
- **Straight to stage 2** is an exception, recorded with its reason.
- **New points** while stage 1 is open are answered with it where they belong to it; otherwise they are a complaint of their own.
- **Then**: the Local Government and Social Care Ombudsman; for tenants' complaints about their landlord, the Housing Ombudsman.

Each year members get a report on performance and on what was changed because of complaints, with our own assessment against the Code.
`,
  },
  {
    ...policy,
    id: 'adult-social-care-complaints',
    title: 'Adult social care complaints',
    summary: 'One stage, agreed with the person, then the ombudsman.',
    owner: 'Complaints manager, adult social care',
    stream: 'ADULTS',
    review_due_on: YEARLY,
    body: `
The Local Authority Social Services and National Health Service Complaints (England) Regulations 2009 (SI 2009/309).

- **Who**: whoever receives or received services, or is affected by what we decided; somebody for them, with their agreement, or where they
  cannot give it.
- **Acknowledge** within 3 working days, by voice or in writing, and offer to talk: what it is about, how it will be looked at, and by when. That is the plan.
- **Answer** by the agreed day, signed by the responsible person: how it was looked at, what was concluded, what is being done, and the ombudsman's address.
- **Six months** from the day of receipt, that day included, unless a longer time was agreed before they ended. If they are missed, write why.
- **No complaint in law**: one made by voice and put right by the end of the next working day. It is counted, apart.
- **Safeguarding first**: a complaint may wait while an enquiry runs. Say so.
- **With the NHS**: agree who leads, and give one answer.
- **Then**: the Local Government and Social Care Ombudsman.
`,
  },
  {
    ...policy,
    id: 'childrens-social-care-complaints',
    title: "Children's social care complaints",
    summary: 'Three stages under the 2006 Regulations, with people from outside from the second on.',
    owner: "Complaints manager, children's social care",
    stream: 'CHILDRENS',
    review_due_on: YEARLY,
    body: `
The Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738).

- **Who**: the child or young person; parents and those with parental responsibility; foster carers; care leavers; special guardians; others with a good
  enough interest in the child's welfare. A child is always offered an advocate.
- **Stage 1**: the manager of the service, within 10 working days; 10 more where it is complex or an advocate is being arranged. Never beyond 20.
- **Stage 2**: asked for within 20 working days of the answer, or at once where stage 1 missed its limit. An investigating officer and an independent person
  each report; an adjudicating officer decides. 25 working days, up to 65 where the person is told in writing.
- **Stage 3**: asked for within 20 working days of the decision. A panel of three independent people, none of them from stage 2, meets within 30 working
  days and reports within 5; the director answers within 15.
- **Not by this way**: child protection conferences, court reports, approval of foster carers, education, health and care plans.
- **While a court decides** a complaint may be stopped where going on would do harm. It may be brought back afterwards.
- **Then**: the Local Government and Social Care Ombudsman.
`,
  },
  {
    ...policy,
    id: 'school-complaints',
    title: 'Complaints about schools',
    summary: "The school's own procedure; what the council does and does not do.",
    owner: 'Head of school governance',
    stream: 'SCHOOLS',
    review_due_on: YEARLY,
    body: `
Section 29 of the Education Act 2002 has each governing body make a procedure and publish it. The council does not decide these complaints.

- **Stage 1**: the class teacher, then the head.
- **Stage 2**: the chair of governors, in writing.
- **Stage 3**: a panel of governors. The central team helps to arrange it.
- **Days** are school days, by the school's own policy. What comes in the holidays counts from the first school day after.
- **Not by this way**: admissions, exclusions, assessment of special educational needs, child protection, staff matters.
- **Then**: the Department for Education, and not the ombudsman. The ombudsman looks at what the council itself does: admission appeals,
  education, health and care plans, school transport.
`,
  },
];
