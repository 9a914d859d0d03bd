import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import type { Draft } from '../../../drafts/draft';
import { textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { type Law, lawWords } from '../law-words';
import { beginningsOf, receivedIn } from './begins-at';
import { tornSteps, type Wanted, wantedIn } from './missing';
import { draftHref } from './paths';
import type { RecordSeen } from './record-seen';
import { saidIn } from './said';
import { STEP_NAMES, stepAsking, stepSeen } from './steps';

/** Everything that a draft says on one page, with what is missing, and what begins when it is recorded. */
export function checkView(draft: Draft, seen: RecordSeen, problems: readonly Problem[]) {
  const hrefOf = (step: string) => draftHref(draft.id, step);
  const linked = ({ says, step }: Wanted) => ({ says, href: hrefOf(step) });
  return {
    title: 'Look at everything, and record it',
    problems: [
      ...tornSteps(draft).map(linked),
      ...problems.map(({ field, says }) => {
        const step = stepAsking(field, seen);
        return step === null ? { says } : { says, href: `${hrefOf(step)}#${field}` };
      }),
    ],
    wanted: wantedIn(seen).map(linked),
    sections: STEP_NAMES.map((step) => {
      const { title, fields } = stepSeen(step, seen);
      return { title, href: hrefOf(step), said: saidIn(fields, seen.form, seen) };
    }),
    ...{ count: STEP_NAMES.length + 1, sendTo: hrefOf('check'), backHref: hrefOf('what') },
    ...{ removeHref: hrefOf('remove'), isSent: draft.isSent },
    begins: beginsOf(seen),
  };
}

const BY_WORD_OF_MOUTH = /phone|in person/i;
const ORAL: Law = { law: 'SI 2009/309', paragraph: 'regulation 13', basis: 'STATUTE' };
const IN_WRITING = 'It came by word of mouth: the complainant is sent what was written down of it.';
const isToldInWriting = ({ stream, form }: RecordSeen): boolean =>
  stream === 'ADULTS' && BY_WORD_OF_MOUTH.test(textOf(form, 'channel'));

/** What the procedure asks for once it is recorded. */
function beginsOf(seen: RecordSeen) {
  const stage = textOf(seen.form, 'stage') || '1';
  const version = beginningsOf(seen).find((each) => String(each.stage) === stage) ?? beginningsOf(seen).at(0);
  const day = receivedIn(seen.form);
  if (version === undefined || day === null) return null;
  return {
    says: `${streamName(seen.stream)}, ${version.title}, from ${dayWords(day)}`,
    limits: version.limits.map(({ title, text, source }) => ({ title, text, law: lawWords(source) })),
    inWriting: isToldInWriting(seen) ? { says: IN_WRITING, law: lawWords(ORAL) } : null,
  };
}
