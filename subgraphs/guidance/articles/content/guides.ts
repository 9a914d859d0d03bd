import { CENTRAL_TEAM, type SeedArticle, YEARLY } from './article';

/** For officers and the central team. */
export const guides: readonly SeedArticle[] = [
  {
    id: 'deal-with-an-ombudsmans-enquiry',
    kind: 'GUIDE',
    title: "How to deal with an ombudsman's enquiry",
    summary: 'What the two ombudsmen ask, in which order, and how long we have.',
    owner: 'Link officer',
    stream: null,
    review_due_on: YEARLY,
    body: `
## Which of the two

- **Local Government and Social Care Ombudsman**: everything but what follows. References look like 24 006 582.
- **Housing Ombudsman**: tenants and leaseholders about their landlord, and so about Stockport Homes too. References have nine digits. Homelessness,
  allocations and housing benefit stay with the other.

## What comes, and how long there is

| Step | Usual time |
|---|---|
| Is it too early? Were our stages finished? | a few days |
| Enquiries: questions and records | about 20 working days for the first ombudsman, 15 for the second |
| A draft decision, to be read for facts | about 10 working days |
| A personal remedy after a decision | about a month |
| A change of a service | two to three months |

The date in the letter holds, not this table.

## What a decision says

The first ombudsman decides once: upheld or not upheld, or closes the case after its first questions. The second finds for each issue, from *no
maladministration* to *severe maladministration*. Each remedy has its own date, and whether it was kept is published.

## Afterwards

Record the decision, each finding and each remedy with its day. Tell the service, its director and, where it was upheld, members. Ask who else was treated so.
`,
  },
  {
    id: 'learn-from-complaints',
    kind: 'GUIDE',
    title: 'How to learn from complaints',
    summary: 'From one answer to a service that does better.',
    owner: CENTRAL_TEAM,
    stream: null,
    review_due_on: YEARLY,
    body: `
1. **Ask why, more than once.** "The letter was late" is what happened. Nobody owning the inbox in August may be why.
2. **One action, one owner, one day.** "Remind staff" is the weakest. A change of a form, a rota or a check holds longer.
3. **Look for others.** Filter the dashboard by service and theme: is it one case or a pattern?
4. **Say that it was done.** To the person who complained, if they would like to know. With proof.
5. **Look again** after three months: are there fewer?

Review meetings take the open backlog by age first, then what was upheld, then actions that are late.
`,
  },
];
