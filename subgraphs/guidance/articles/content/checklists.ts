import { AFTER_THE_FIRST_HALF_YEAR, CENTRAL_TEAM, type SeedArticle, YEARLY } from './article';

const checklist = { kind: 'CHECKLIST', owner: CENTRAL_TEAM, stream: null } as const;

/** For those who answer at stage 1. */
export const checklists: readonly SeedArticle[] = [
  {
    ...checklist,
    id: 'when-a-complaint-arrives',
    title: 'When a complaint arrives',
    summary: 'Ten minutes on the first day that save ten days later.',
    review_due_on: YEARLY,
    body: `
- I have read all of it, attachments too.
- Nobody is at risk; or safeguarding knows.
- It is about my service. If it is about another as well, we have agreed who answers for both.
- I had no part in what is complained about. If I had, another manager answers.
- I have listed each point, and what the person wants.
- I know whether somebody complains for another person, and whether that person has agreed to it.
- I know the day by which it has to be acknowledged and the day by which it has to be answered.
- I have acknowledged it: what I understood, who answers, by when.
- I have asked what they need to take part. A child or young person was offered an advocate.
- It is recorded with the central team.
`,
  },
  {
    ...checklist,
    id: 'before-you-send-an-answer',
    title: 'Before you send an answer',
    summary: 'Read your answer once more with this beside it.',
    review_due_on: AFTER_THE_FIRST_HALF_YEAR,
    body: `
- Every point that was raised has an answer of its own.
- Each says what I looked at, what I found, and whether it is upheld, partially upheld or not upheld.
- Where we were wrong it says so in the first lines, and apologises for that.
- What we will do has a day, and a name that I have asked.
- Nothing in it tells of another person what they would not want told.
- There is no word that only we use.
- Somebody who does not know the case has read it.
- It says how to take it further:
  - corporate: stage 2, by asking the central team; then the Local Government and Social Care Ombudsman;
  - adults: the Local Government and Social Care Ombudsman;
  - children's: stage 2, within 20 working days of the answer;
  - schools: the next step of the school's own procedure;
  - tenants' complaints about their landlord: stage 2, then the Housing Ombudsman.
- The central team gets a copy today, with the findings and the actions.
`,
  },
  {
    ...checklist,
    id: 'when-you-need-longer',
    title: 'When you need longer',
    summary: 'What makes an extension one that counts.',
    review_due_on: AFTER_THE_FIRST_HALF_YEAR,
    body: `
- There is a good reason: it is complex, a person or a record that matters is not to be had, or an advocate is being arranged. A full diary is none.
- The day by which the answer was due has not passed.
- The person knows: why, and the new date, in writing.
- The new date is within what the procedure allows:
  - corporate stage 1: up to 10 working days more, stage 2: up to 20;
  - children's stage 1: up to 10 more, 20 in all, and never beyond;
  - adults: any day that is agreed with the person, within the six months or a longer time agreed before they end.
- Corporate and housing: they were given the ombudsman's address with the new date.
- The central team has recorded the reason and the date.
`,
  },
  {
    ...checklist,
    id: 'when-an-ombudsman-asks',
    title: 'When an ombudsman asks',
    summary: 'From the first enquiry to the last remedy.',
    review_due_on: YEARLY,
    body: `
- The link officer has the enquiry and its date, and has recorded it. Nobody else answers an ombudsman.
- We know whether our own stages were finished. If not, we say so within a few days.
- The service has gathered the records it was asked for: all of them, in order of their dates, with nothing taken out.
- The answer was read by somebody who may say sorry for the council.
- A draft decision was read for facts, and only for facts.
- Every remedy in a decision has an owner and the day by which it has to be done.
- Proof that it was done is kept, and sent on the day.
- What it means for others was asked: how many more were treated so?
`,
  },
];
