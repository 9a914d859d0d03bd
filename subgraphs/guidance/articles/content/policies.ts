import { AFTER_THE_FIRST_HALF_YEAR, CENTRAL_TEAM, type SeedArticle, YEARLY } from './article';

const policy = { kind: 'POLICY', stream: null } as const;

/** What holds for every stream. */
export const policies: readonly SeedArticle[] = [
  {
    ...policy,
    id: 'what-counts-as-a-complaint',
    title: 'What counts as a complaint, and where else it may belong',
    summary: 'One definition for the whole council, and the ways that come before it.',
    owner: CENTRAL_TEAM,
    review_due_on: AFTER_THE_FIRST_HALF_YEAR,
    body: `
## A complaint

A complaint is an expression of dissatisfaction, however it is made, about what the council, its staff or those who work for it did, or did
not do, or about how well, that affects a person or a group. Nobody has to use the word. It may come by telephone, letter, e-mail,
form, social media, through a councillor or an advocate.

## A request for service

Asking us to provide, mend, improve or look at something again is a request. It becomes a complaint when somebody is dissatisfied with how the
request was dealt with, even while we are still dealing with it.

## What has another way

| Matter | Where it goes |
|---|---|
| A decision with a right of appeal or to a tribunal (parking fines, school admissions, education, health and care plans, benefits) | that appeal |
| A claim for damage or injury | insurance |
| What a court is deciding, or has decided | the court |
| The conduct of a councillor | the monitoring officer |
| A request for information, or how personal data was used | information governance |
| Staff about their employment | human resources |
| A policy or a budget that councillors decided | the councillor, or the committee |
| A child or an adult at risk | safeguarding, at once; the complaint waits |

How we handled one of these may still be a complaint.

## How long somebody has

Twelve months from what happened, or from when they learned of it; for schools usually three months. Later complaints are taken where there is
a good reason and it can still be looked at fairly. Who says no gives the reason and how to challenge it.

## What is recorded

Every complaint, at each stage: when it came, what about, which service, when it was acknowledged and answered, what was found point
by point, and what was promised. What was not recorded is not counted as zero.
`,
  },
  {
    ...policy,
    id: 'unreasonable-behaviour',
    title: 'Unreasonable behaviour by complainants',
    summary: 'How the few who make it impossible to help them are dealt with fairly.',
    owner: CENTRAL_TEAM,
    review_due_on: YEARLY,
    body: `
People who complain are often upset, and may be persistent. Neither is unreasonable. Behaviour is unreasonable where it threatens or abuses
staff, or takes so much time that others are harmed.

1. **Say what is wrong** and ask for it to stop: in writing, with examples.
2. **Restrict only what is needed**: one person to contact, one way, set times, or no more answers on a matter that is closed. A head of service decides, not
   whoever was shouted at.
3. **Write** what is restricted, why, until when, and how to challenge it. Tell them of the ombudsman.
4. **Look at it again** on the day that was set, six months on at most.
5. A new matter is always looked at. A restriction is of a person's contact, not of their rights.

Consider first whether an adjustment is needed: illness, disability, fear, or a language may be what is in the way.
`,
  },
  {
    ...policy,
    id: 'keeping-complaint-records',
    title: 'How long complaint records are kept, and who sees them',
    summary: 'Retention, access and what may be published.',
    owner: 'Information governance manager',
    review_due_on: YEARLY,
    body: `
## How long

- Six years after a complaint is closed, then deleted, unless a longer time holds.
- Children's social care: with the child's file, as long as that is kept.
- Nothing is deleted while a court, an ombudsman or an inquiry may ask for it.

## Who sees them

- People and what they said: those cleared for the stream. Each reading is recorded.
- A member of staff who is complained about does not see the complaint against them but what they have to answer.
- Councillors see figures. Partners see their own cases.

## What is published

Figures under five are not shown where somebody could be recognised, nor a second figure from which they could be worked out. Reports name nobody.
`,
  },
];
