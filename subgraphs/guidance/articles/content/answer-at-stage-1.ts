import { AFTER_THE_FIRST_HALF_YEAR, CENTRAL_TEAM, type SeedArticle } from './article';

/** For a manager who has never answered a complaint. */
export const answerAtStage1: SeedArticle = {
  id: 'answer-a-complaint-at-stage-1',
  kind: 'GUIDE',
  title: 'How to answer a complaint at stage 1',
  summary: 'For managers: from the day a complaint reaches you to the day your answer is sent, step by step.',
  owner: CENTRAL_TEAM,
  stream: null,
  review_due_on: AFTER_THE_FIRST_HALF_YEAR,
  body: `
## What stage 1 is for

Somebody is unhappy with what we did, how we did it, or that we did not do it. Stage 1 is the service's own chance to find out
what happened, say so honestly, and put it right. Most complaints should end here. A good answer is short, says what you found on
each point, and does what it promises.

You answer for your service. The central complaints team records the complaint, watches the dates, and helps: ask early.

## Which dates count

The dates depend on the kind of complaint. Each complaint's page shows its own, with the reason.

| Complaint | Acknowledge | Answer | Longer, if you have to |
|---|---|---|---|
| Corporate, received since 1 April 2026 | 5 working days of receipt | 10 working days of the acknowledgement | up to 10 more |
| Adult social care | 3 working days of receipt | the day agreed in the plan, within 6 months | a later day, agreed before the old one |
| Children's social care | 2 working days (our own target) | 10 working days of receipt | up to 10 more; never beyond 20 |
| Schools | the school's own policy | the school's own policy | the school's own policy |

The day a complaint comes in is day 0. The next working day is day 1, even if it came at night or at a weekend. Acknowledging late
buys no time.

## Day by day

### 1. On the day it reaches you

- Read all of it. Write down each point that is complained about, and what the person wants.
- **Is somebody at risk?** Tell safeguarding now. Do not wait for your answer.
- **Were you part of it?** If you made the decision complained about, or are named, ask for another manager to answer.
- **Is it a complaint at all?** A first request ("please empty my bin") is a request for service: deal with it. If they
  are unhappy with how we dealt with a request, it is a complaint, whatever it is called.
  See [is it a complaint or a request](/guidance/faq-first-report).
- **Is it ours?** About a school it is usually [the school's](/guidance/faq-about-a-school). About a landlord, a hospital, or several services see
  "Other situations" below.
- **Does somebody speak for another person?** Ask for their agreement now: see [for an adult](/guidance/faq-somebody-for-another),
  [for a child](/guidance/faq-for-a-child).
- **Is there another way?** An appeal, a tribunal, the court or an insurance claim may decide it. Ask the central team before you say no.

### 2. Acknowledge it

Say in two or three sentences ([words to begin from](/guidance/words-to-begin-from)): that you have it, what you understand the points to be, who answers, and by when. Ring where you
can, and confirm in writing. Ask whether you have understood, and whether they need anything to take part: large print, an
interpreter, an advocate. A child or young person is always offered an advocate.

### 3. Find out what happened

- Look at the records yourself: case notes, calls, letters, photographs, dates.
- Speak to the people who were there. Ask what happened before you ask why.
- Compare what happened with what should have: the law, our policy, what we told them, what a fair person would expect.
- Keep a note of what you looked at and whom you asked. The next stage, or an ombudsman, will ask for it.

### 4. Decide, point by point

For each point choose one:

- **Upheld**: we got it wrong.
- **Partially upheld**: some of it was wrong.
- **Not upheld**: we did what we should have.

If the records do not show what happened, say so. Do not choose "not upheld" because nothing can be proved; say what
you could and could not find. "Withdrawn" or "out of time" is not a finding; it is a reason for closing.

### 5. Put it right

Ask what would put them where they would have been. An apology that says what for ([it admits no liability](/guidance/faq-is-sorry-admitting)). Doing the thing. Looking at a decision again.
Paying back what it cost: [what to do when they want compensation](/guidance/faq-money). Then ask what would stop it happening to the next person: that goes on record as an action, with
somebody's name and a day.

### 6. Write the answer

Begin from [words for an acknowledgement and an answer](/guidance/words-to-begin-from), and use the
[checklist before you send an answer](/guidance/before-you-send-an-answer). The answer has:

1. what you understood the complaint to be, in their words;
2. for each point: what you looked at, what you found, upheld or not, and why;
3. an apology where something went wrong;
4. what you have done, what you will do, and by when;
5. how to take it further, and by when.

Write as you would speak to somebody you respect. No "I am sorry that you feel". No initials that only we know. No other people's private details.

### 7. Send it, and tell the central team

The complaint is answered on the day the answer is sent, not when the work is finished. Send a copy to the central team on the same day,
with your finding on each point and any action you promised.

## If you need longer

Tell the person **before** the day has passed: why, and the new date. Then tell the central team, so that the new date is recorded.
An extension without a reason or a date is no extension. See [when you need longer](/guidance/when-you-need-longer).

## What happens next

- **Corporate**: they may ask for stage 2. Somebody who had no part in your answer looks at it anew. They need not give reasons.
- **Children's**: stage 2 is an investigation by an investigating officer with an independent person.
- **Adults**: there is one stage. The next step is the Local Government and Social Care Ombudsman.
- **Schools**: the chair of governors, then a panel of governors, then the Department for Education.

## Other situations

| It is | See |
|---|---|
| about a member of my staff | [how to look into it](/guidance/faq-about-my-staff) |
| about me | [somebody else answers](/guidance/faq-complaint-about-me) |
| about several services | [one of them answers for all](/guidance/faq-several-services) |
| about us and the NHS | [one answer for both](/guidance/faq-with-the-nhs) |
| about a contractor or a care provider | [we answer](/guidance/faq-about-a-contractor) |
| about a landlord, or for an ombudsman | [which ombudsman](/guidance/faq-which-ombudsman) |
| due tomorrow | [what to do today](/guidance/faq-i-cannot-answer-in-time) |
| older than a year | [too late, or not](/guidance/faq-too-late) |

## When you are stuck

Ask the central team, or book the next [refresher workshop](/workshops). Nobody minds a question on day 2. Everybody minds one on day 11.
`,
};
