import { CENTRAL_TEAM, type SeedArticle, YEARLY } from './article';

/** A question, the beginning of its answer, and the rest. */
const faq = (
  id: string,
  title: string,
  summary: string,
  body: string,
  stream: SeedArticle['stream'] = null,
): SeedArticle => ({
  ...{ id: `faq-${id}`, kind: 'FAQ', title, summary, body: body.trim(), stream },
  ...{ owner: CENTRAL_TEAM, review_due_on: YEARLY },
});

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
    'What is a working day?',
    'Monday to Friday, without the bank holidays of England and Wales.',
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
    'I cannot answer in time. What do I do?',
    'Tell the person before the day has passed: why, and the new date.',
    `Then tell the central team. See [when you need longer](/guidance/articles/when-you-need-longer). Once the day has passed it is late, whatever
you agree afterwards. Answer as soon as you can, and say sorry for that too.`,
  ),
  faq(
    'is-it-a-complaint',
    'They did not say “complaint”. Is it one?',
    'If they are dissatisfied with what we did or did not do, yes.',
    `A first request is not. Being unhappy with how a request was dealt with is. If in doubt, record it and ask the central team.
See [what counts as a complaint](/guidance/articles/what-counts-as-a-complaint).`,
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
    `Ask for it in writing. Acknowledge at once and say what you wait for. A parent needs no agreement for a young child; an older child's view counts.
A councillor or a member of parliament who acts for a constituent is taken to have it for ordinary matters.`,
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
    'May I offer money?',
    'Yes, with your head of service, where it puts right what went wrong.',
    `First what it cost them, then, where that cannot be undone, a modest sum for distress or for their time and trouble. Ask the central team what was
paid in like cases. Record what was offered and when it was paid.`,
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
    'Which ombudsman is it?',
    'The Local Government and Social Care Ombudsman, except for tenants about their landlord.',
    `Those go to the Housing Ombudsman. Complaints about schools go to the Department for Education.`,
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
