import type { SeedArticle } from './article';
import { faq } from './faq';

/** What somebody asks who answers their first complaints. */
export const firstCases: readonly SeedArticle[] = [
  faq(
    'how-long-do-i-have',
    'How long do I have to reply?',
    'Corporate: 10 working days from the acknowledgement. Children’s: 10 from receipt. Adults: the day agreed with the person. Schools: their own policy.',
    `| Complaint | Acknowledge within | Reply within |
|---|---|---|
| Corporate, received since 1 April 2026 | 5 working days of receipt | 10 working days of the acknowledgement |
| Adult social care | 3 working days of receipt | the day agreed in the plan, 6 months at most |
| Children's social care | 2 working days (our own target) | 10 working days of receipt |
| Schools | the school's own policy | the school's own policy |

The complaint's own page says the very day: count nothing yourself. A reply is sent on the day that it leaves you. If you will not manage it, ask for
[an extension](/guidance/when-you-need-longer) before that day.`,
  ),
  faq(
    'no-more-contact',
    'They have stopped answering me. May I close the complaint?',
    'Not for that alone. Answer it by the day, from what you know.',
    `1. Ask once more, by another way than before: ring if you wrote. Say what you need, and that you will answer without it on the day.
2. On that day send your answer, on each point, from what the records show. Say what you could not find out without them, and that they may still send it.
3. It is **withdrawn** only where they said that they no longer want it looked at. Confirm that to them in writing. It is closed, and has no finding.

Nobody is made to take part, and silence takes nothing back. A child or young person who falls silent is offered [an advocate](/guidance/faq-advocate).`,
  ),
  faq(
    'wants-somebody-higher',
    'They want my boss, or the chief executive, to answer. Who answers?',
    'You do, at stage 1. They may ask for stage 2 once they have your answer.',
    `Whoever the letter was sent to, the service complained about answers first: it knows what happened. Say so kindly, and say that somebody who had no part in it looks at
it anew at stage 2, if they ask for it then. Tell your manager that they were asked for.

Somebody else answers at stage 1 where [the complaint is about you](/guidance/faq-complaint-about-me). Going [straight to stage 2](/guidance/faq-straight-to-stage-2) is an
exception with its reason; ask the central team.`,
  ),
  faq(
    'rude-or-every-day',
    'They are rude, or write every day. What may I do?',
    'Answer the complaint all the same. Say what is not acceptable; only a head of service restricts contact.',
    `- **Rude once or twice**: people who complain are upset. Stay polite, keep to the points, keep a note of it.
- **Many messages**: tell them who answers and on which day, that you read everything, and that you will not answer each message apart. Then keep the day.
- **Threats, hatred or abuse**: end the call, write down what was said, tell your manager the same day. Where somebody may be in danger ring the police.
- **It goes on**: the head of service may restrict how somebody reaches us. See [unreasonable behaviour](/guidance/unreasonable-behaviour).

The limit runs on, and how they behave decides nothing about whether they are right.`,
  ),
  faq(
    'new-points',
    'They raise a new issue after I have begun to look into it. Do I add it?',
    'Yes, where it belongs to the same matter and you have not answered yet. Otherwise it is a new complaint.',
    `- **Same matter, not answered**: add the point, tell them that you did, and answer it by the same day. If that makes it complex, it may be a good reason for
  [an extension](/guidance/when-you-need-longer).
- **Another matter**: it is recorded as a complaint of its own, with days of its own. Tell them, and tell the central team.
- **After your answer**: if they are unhappy with the answer it is [the next stage](/guidance/faq-same-again). Something new is a new complaint.`,
  ),
  faq(
    'work-not-finished',
    'The work is not finished yet. Can I send the reply?',
    'Yes: once you know what you found and what will be done. Do not wait for the work.',
    `Say what will be done, by which day and by whom, and what happens if it is not. The complaint is answered on the day that the reply is sent. The work goes on record as an
action and is followed to its end: tell the central team when it is done, and tell the person.

Where the day cannot be kept, tell the person before it passes. A promise that was not kept is what the next stage, or an ombudsman, looks at first.`,
  ),
  faq(
    'from-a-councillor',
    'A councillor or a member of parliament has written about a resident. Is it a complaint?',
    'If the resident is dissatisfied with what we did, yes. It is recorded and answered like any other.',
    `- **Who is answered**: whoever wrote, with a copy for the resident if they wish. A councillor or a member of parliament who acts for somebody is taken to have their consent for
  ordinary matters. For health, social care or anything private ask for it: see
  [somebody complains for another person](/guidance/faq-somebody-for-another).
- **An enquiry** ("when will the road be mended?") is no complaint. Answer it as a request.
- **The same days hold** as if the resident had written. It is not answered sooner, or by somebody higher, for whom it came from.
- **A complaint about a councillor** goes to the monitoring officer.`,
  ),
  faq(
    'help-to-take-part',
    'They need an interpreter, large print or other help. What do I do?',
    'Arrange it, and ask early. It is theirs by right, and costs them nothing.',
    `Ask in your acknowledgement what they need to take part: an interpreter, British Sign Language, large print, easy read, a call in place of a letter, more time, somebody beside
them. Write it down, so that nobody has to ask again, and do it each time.

- **Not a relative** as an interpreter, least of all a child.
- The duty to make reasonable adjustments for disabled people is section 20 of the Equality Act 2010.
- Where it takes days to arrange, tell the person and the central team: it may be a good reason for [an extension](/guidance/when-you-need-longer).`,
  ),
  faq(
    'compliment',
    'They thank us or praise somebody. Is a compliment recorded?',
    'Yes, as a compliment: it is not a complaint, and starts no limit.',
    `Pass it on to whoever it is about, and tell the central team: the service, the day, what was praised. Thank the person if they left a way to. Where a message has both thanks and a
complaint, the complaint is recorded and answered as one.`,
  ),
  faq(
    'no-proof-either-way',
    'It is their word against ours. What do I decide?',
    'Say what the records and people show, and what they do not. Decide by what is more likely.',
    `1. Look for what does not depend on either: calls, times, photographs, letters, somebody else who was there, like complaints about the same thing.
2. Ask which account fits all of that better. What is more likely than not is enough.
3. Where nothing tells, say so openly: what you looked at, what each says, and that you cannot find which. It is neither a finding that they are wrong nor that we are right. Say what you
   will do so that it can be told next time.

"There is no record" is often the fault itself: if there should have been one, that point is upheld.`,
  ),
];
