import type { SeedArticle } from './article';
import { faq } from './faq';

/** Situations in which a manager who answers for the first time does not know how to go on. */
export const hardCases: readonly SeedArticle[] = [
  faq(
    'first-report',
    'They report a missed bin or a pothole. Is it a complaint or a request for service?',
    'The first report is a service request: deal with it. Being unhappy with how it was dealt with is a complaint.',
    `Ask one thing: did we know of it before, and do they say that we did not do what we should have?

- **No**: it is a service request. Pass it to whoever does the work, say when it will be done, and record it as a request. No stage has begun.
- **Yes**: it is a complaint, even while the request is still open. "I have reported this three times" is one.
- **Both at once**: do the work now, and answer the complaint at stage 1. Doing the work does not end it.

Where it came in as a complaint and is none, tell the person on the day what it is and who deals with it, and tell the central team, so that its
record is closed as outside scope. Where they disagree, record it as a complaint.`,
  ),
  faq(
    'about-my-staff',
    'The complaint is about a member of my staff. How do I look into it?',
    'You answer it, unless you had a part in it. Hear both sides, and say what you found about what happened.',
    `1. **Is a child or an adult at risk from them?** Tell safeguarding at once. For somebody who works with children tell the designated officer for allegations (LADO),
   within one working day, before you ask anybody anything.
2. **Tell the member of staff** what they have to answer, not more, and that they may bring somebody. They do not see the complaint itself.
3. **Ask what happened before why**: the person who complained, the member of staff, and whoever else was there. Look at records and recordings.
4. **Decide on what happened**, point by point: was the conduct what people may expect? Where one word stands against another and nothing else tells, say that.
5. **Discipline is another matter.** Speak with human resources. Your answer says that it was looked at and what the service will do; it does not say whether
   somebody was disciplined: that is theirs alone.

The limit runs on meanwhile. If human resources or the police ask you to wait, ask the central team first. A complaint of discrimination is looked at
in the same way; ask for advice on equality early.`,
  ),
  faq(
    'for-a-child',
    'Somebody complains for a child. Who may, and whom do I answer?',
    'The child’s own voice counts first. The complaints manager decides whether somebody else may speak for them.',
    `- **A child or young person** may complain by themselves, at any age. They are offered an advocate, who is free and independent (section 26A of the Children Act 1989).
- **A parent, or somebody with parental responsibility,** may complain for themselves about what we did to them or their child. That is their own complaint.
- **Somebody for the child** (a parent, a grandparent, a foster carer, an advocate): the child agrees, as far as they can understand it. Where they
  cannot, the complaints manager for children's social care decides whether this person is suitable and acts in the child's interest. You do not.
- **Somebody else** (a grandparent, a new partner, a neighbour) in their own name: only with a good enough interest in the child's welfare. The complaints manager decides.

Acknowledge at once, say what you wait for, and ask the central team the same day: 10 working days are short. Until you know who may be told what,
tell nobody anything about the child. Where parents disagree, answer each for themselves. If the answer is no, say so in writing, with the reason.`,
    'CHILDRENS',
  ),
  faq(
    'with-the-nhs',
    'It is about us and the NHS, such as a hospital discharge. Who answers?',
    'One of the two leads, and the person gets one answer to everything.',
    `We and the NHS have to work together on it (regulation 9 of SI 2009/309).

1. Acknowledge within 3 working days, as always.
2. Ask the person whether their complaint, and what it says of them, may be passed to the hospital, the GP's practice or the integrated care board.
   If not, we answer our own part and say how to complain about the rest.
3. The central team agrees with the other side who leads: usually who has most of it. Tell the person who it is, and the date for the whole.
4. Answer your own points to whoever leads, early enough to be put together. Read the draft.
5. The answer names both ombudsmen: the Local Government and Social Care Ombudsman for us, the Parliamentary and Health Service Ombudsman for the NHS. They can
   look at it together.

Where the NHS leads you still owe the central team your findings.`,
    'ADULTS',
  ),
  faq(
    'about-a-school',
    'A parent complains to us about a school. What do I do?',
    'Tell them on the day that the school deals with it, and how. The council does not decide it.',
    `1. **Is a child at risk?** Safeguarding, at once, whoever runs the school.
2. **Is it something that the council does?** School transport, an education, health and care plan, a place at a school, an admission appeal, our own staff. That is
   a corporate complaint, or has an appeal of its own. Ask the central team.
3. **Otherwise** (teaching, bullying, a head teacher, uniform, a decision of the school) tell the parent that each school has its own procedure, where to find it
   (the school has to publish it), and that it begins with the class teacher or the head. A complaint about the head goes to the chair of governors.
4. **An academy or a free school** is the same for the parent. Its trust stands where the governors do, under the Education (Independent School Standards) Regulations 2014.
5. **Afterwards** it is the Department for Education, not an ombudsman.

Offer to pass the complaint on, and ask before you do. Exclusions and special educational needs have their own ways. See
[complaints about schools](/guidance/school-complaints).`,
    'SCHOOLS',
  ),
  faq(
    'about-a-contractor',
    'It is about a contractor or a care provider. Who answers?',
    'We do. What others do for us, we answer for.',
    `Ask them for their records and their side, in writing, within a few days: your limit does not wait for them. The answer is ours, under our name. Where the provider has
already answered, look at it anew. Somebody who arranged and pays for their own care complains to the provider, and then to the Local Government and Social Care Ombudsman.
Stockport Homes answers its tenants by its own procedure: see [which ombudsman](/guidance/faq-which-ombudsman).`,
  ),
];
