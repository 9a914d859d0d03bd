import type { CaseEvent } from '../../../operations/__generated__/operations';
import type { NameOf } from '../../../server/person-names';
import { entryWords } from '../../casework/entry-words';
import type { LiveShown } from './live-view';

const PART_WORDS: Readonly<Record<string, string>> = {
  SUMMARY: 'What was said',
  REASON: 'Why',
  LATE_REASON: 'Why it was taken late',
  DIRECT_REASON: 'Why it begins here',
  NOTE: 'The note',
  DEFINITION: 'As it is understood',
  PLAN: 'The plan',
  EVIDENCE: 'What shows that it was done',
  PROMISE: 'What was promised',
  RECOMMENDATION: 'What is to improve',
};

/** What a part of an entry is: `POINT_2` is "Element 2". What is told in an answer is told to the complainant. */
function partWords(part: string, event: CaseEvent): string {
  if (part === 'SUMMARY' && event === 'ANSWER') return 'What the complainant was told';
  const number = /^POINT_(\d+)$/.exec(part)?.[1];
  if (number !== undefined) return `Element ${number}`;
  const words = part.replaceAll('_', ' ').toLowerCase();
  return PART_WORDS[part] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** What happened to a live complaint, the newest first, with what was written where the reader may see it. */
export const entriesOf = ({ timeline }: LiveShown, nameOf: NameOf) =>
  (timeline?.edges ?? []).flatMap(({ node }) =>
    node === null
      ? []
      : [
          {
            ...entryWords(node, nameOf),
            stage: `Stage ${node.stage}`,
            words: (node.words ?? []).map(({ part, words }) => ({
              ...{ part: partWords(part, node.event), words },
            })),
          },
        ],
  );
