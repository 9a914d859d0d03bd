import type { SeedArticle } from './article';
import { faq } from './faq';

/** What managers and officers ask. */
export const faqs: readonly SeedArticle[] = [
  faq(
    'when-does-the-clock-start',
    'When does the clock start?',
    'The day a complaint comes in is day 0; the next working day is day 1.',
    `It does not matter at what hour it came, or whether that day was a working day. A corporate answer's clock starts with the
acknowledgement, or with the day it should have been acknowledged where that is earlier. Each complaint's page shows its dates.`,
  ),
  faq(
    'what-is-a-working-day',
    'What is a working day? Do weekends and bank holidays count?',
    'Monday to Friday, without the bank holidays of England and Wales. Weekends do not count.',
    `The days between Christmas and New Year on which the council is closed are working days in law. Schools count school days.`,
  ),
  faq(
    'can-i-stop-the-clock',
    'Can I stop the clock while I wait for something?',
    'Not for a corporate complaint: there are only extensions.',
    `Adults' complaints may wait while a safeguarding enquiry runs, and children's while an advocate is arranged at stage 1 or a court decides. In every
case tell the person, and the central team.`,
  ),
  faq(
    'i-cannot-answer-in-time',
    'The limit runs out tomorrow and I cannot answer in time. What do I do?',
    'Ask for an extension before the deadline has passed: tell the person why, and the new date. Today.',
    `1. **Can you answer most of it?** Send what you have on the day, and say when the rest comes. What is left is late, but the person is not left waiting.
2. **Is there a good reason** (it is complex, a record or a witness cannot be had)? Ring the person today and confirm it in writing: why, and the new date. A full diary
   is no reason.
3. **Tell the central team today**, with the reason and the date. Without both no extension counts.
4. **How much longer** depends: corporate up to 10 working days more, children's up to 10 more and never beyond 20 in all, adults whatever day the person agrees to.
   See [when you need longer](/guidance/when-you-need-longer).

Once the day has passed it is late, whatever you agree afterwards. Answer as soon as you can, and say sorry for that too. Nobody closes a complaint to
keep a deadline.`,
  ),
  faq(
    'is-it-a-complaint',
    'They did not say “complaint”. Is it one?',
    'If they are dissatisfied with what we did or did not do, yes.',
    `A first request is not. Being unhappy with how a request was dealt with is. If in doubt, record it and ask the central team.
See [what counts as a complaint](/guidance/what-counts-as-a-complaint).`,
  ),
  faq(
    'complaint-by-telephone',
    'Can a complaint be made by telephone?',
    'Yes, and face to face, and on social media.',
    `Write down what was said, read it back, and record it on the day. Adults' complaints made by voice need a written record that is sent to the person.`,
  ),
  faq(
    'put-right-on-the-spot',
    'I put it right on the spot. Do I still record it?',
    'Yes. What is not recorded cannot be learned from.',
    `An adults' complaint made by voice and settled by the end of the next working day is no complaint in law, but it is counted. Every other one is recorded as answered at stage 1.`,
  ),
  faq(
    'complaint-about-me',
    'The complaint is about me. Do I answer it?',
    'No. Tell your manager, who finds somebody else.',
    `You will be asked for what you know, and you see what you have to answer. You do not see the rest.`,
  ),
  faq(
    'several-services',
    'It is about several services. Who answers?',
    'One of them, for all.',
    `Agree on the day it comes who leads: usually who has most of it. The person gets one answer. If you cannot agree, the central team decides.`,
  ),
  faq(
    'somebody-for-another',
    'Somebody complains for another person. May I answer?',
    'Once you know that the other person has agreed, or cannot.',
    `- **Ask for their consent in writing**, signed where you can. Acknowledge at once, say what you wait for, and go on looking into it meanwhile: the limit runs.
- **A person who cannot decide this for themselves** (they lack capacity) may be spoken for by somebody who acts in their interest: an attorney, a deputy, a relative, an
  advocate. Ask to see the power. Where you are not satisfied, say so in writing, with the reason (regulation 5 of SI 2009/309 for adult social care).
- **Somebody who has died**: their personal representative, or a relative who was close.
- **A child**: see [somebody complains for a child](/guidance/faq-for-a-child).
- **A solicitor** shows an authority to act.
- **A councillor or a member of parliament** who acts for a constituent is taken to have it for ordinary matters.

Without consent answer in general terms only: what our policy is, and what we did to look at it. Nothing about the person.`,
  ),
  faq(
    'anonymous',
    'Nobody signed it. Do we look at it?',
    'As far as it can be.',
    `Look at what it says, above all where somebody may be at risk. Nobody can be answered, so it is closed as anonymous once that is done.`,
  ),
  faq(
    'too-late',
    'It happened two years ago. Do we have to look at it?',
    'Usually not after twelve months, but there may be a good reason.',
    `Illness, not having known, or fear can be one. It also has to be possible to look at it fairly. Ask the central team, and give your reason in writing if the answer is no.`,
  ),
  faq(
    'upheld-or-not',
    'What is the difference between upheld and partially upheld?',
    'Upheld: we were wrong on the point. Partially: on some of it.',
    `Decide point by point. The complaint as a whole is upheld where all points are, not upheld where none is, and partially upheld otherwise.
"Resolved" and "withdrawn" are no findings.`,
  ),
  faq(
    'is-sorry-admitting',
    'If I say sorry, do I admit that we are liable?',
    'No. An apology is not an admission of liability.',
    `Section 2 of the Compensation Act 2006 says so. Say what you are sorry for; a general regret makes things worse.`,
  ),
  faq(
    'money',
    'They want compensation. May I offer money?',
    'Only where something went wrong and money puts it right; with your head of service. A claim for damage or injury goes to insurance.',
    `1. **Decide first whether we were at fault.** Without a fault there is nothing to pay. Do not offer money to end a complaint.
2. **Is it a claim?** Damage to a car or a home, an injury, lost earnings: that is an insurance claim. Tell them how to make one, say nothing about who is liable, and answer
   the rest of the complaint.
3. **Put right what can be put right**: do the work, change the decision, give a refund of what they should not have paid.
4. **Pay back what our fault cost them**, where they can show it.
5. **What cannot be undone**: a modest payment for distress, or for their time and trouble. It is a sign, not a price. The ombudsman's published guidance on remedies
   says what is usual; ask the central team what was paid in like cases.
6. **Who decides**: your head of service, within what they may spend. The power is section 92 of the Local Government Act 2000. If the person owes us money, say whether it is set
   against that.

Write in the answer what is offered and what for, and when it will be paid. Record it, and the day it was paid.`,
  ),
  faq(
    'no-reasons-for-stage-2',
    'They ask for stage 2 but do not say why. May I refuse?',
    'No. Nobody has to give reasons.',
    `Ask what they would still like, to help whoever looks at it. Pass it on the same day: the 5 working days have begun.`,
    'CORPORATE',
  ),
  faq(
    'who-answers-stage-2',
    'Who answers at stage 2?',
    'Somebody who had no part in stage 1.',
    `Corporate: the central team. Children's: an investigating officer with an independent person. Schools: the chair of governors. Adults have one stage.`,
  ),
  faq(
    'straight-to-stage-2',
    'Can a complaint go straight to stage 2?',
    'Only as an exception, with its reason.',
    `For example where the head of the service has already looked at it. Children's complaints go to stage 2 at once where stage 1 missed its limit and the person asks.`,
  ),
  faq(
    'ombudsman-first',
    'They have gone to the ombudsman already. What now?',
    'Usually the ombudsman sends it back until we have had our chance.',
    `Go on with your answer. Tell the central team, whose link officer speaks with the ombudsman. Nobody else does.`,
  ),
  faq(
    'which-ombudsman',
    'Which ombudsman is it: Housing or Local Government and Social Care?',
    'The Housing Ombudsman for tenants and leaseholders about their landlord; the Local Government and Social Care Ombudsman (LGSCO) for nearly all else.',
    `| It is about | It goes to |
|---|---|
| Repairs, damp, rent and service charges, neighbours and antisocial behaviour, as a tenant or leaseholder of Stockport Homes | Housing Ombudsman |
| Homelessness, who gets a home (allocations, the housing register), housing benefit, grants to adapt a home, enforcement against private landlords | LGSCO |
| Planning, highways, bins, council tax, adults' and children's social care | LGSCO |
| What the NHS did | Parliamentary and Health Service Ombudsman |
| What a school did | Department for Education |
| How personal data was used | Information Commissioner |

Ask what the council is in this matter: the landlord, or the council? A complaint about both names both. If you are not sure, ask the central team before you send the answer: the
wrong address costs the person weeks. All stages are finished first.`,
  ),
  faq(
    'advocate',
    'When do I offer an advocate?',
    'To every child or young person, always; to an adult who would find it hard without.',
    `Say who can help and how to reach them, and wait for them where you may. It is free.`,
    'CHILDRENS',
  ),
  faq(
    'safeguarding',
    'Somebody may be at risk. Does the complaint wait?',
    'Yes. Tell safeguarding first, at once.',
    `Then tell the person that their complaint waits, and why, as far as that is safe. Record the day on which it stopped and the day on which it goes on.`,
  ),
  faq(
    'same-again',
    'They have complained about the same thing again.',
    'If we answered it, it is a request for the next stage.',
    `If something new happened it is a new complaint. If every stage is done, say so once, name the ombudsman, and keep the letter.`,
  ),
];
