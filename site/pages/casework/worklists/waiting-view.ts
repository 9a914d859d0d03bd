import type { WaitingLetterLineFragment } from '../../../operations/__generated__/operations';
import type { NameOf } from '../../../server/person-names';
import { momentWords } from '../../restricted/case-words';
import { KIND_WORDS, letterHref } from '../letters/letter-words';

const TO_DO: Readonly<Record<string, string>> = {
  APPROVE: 'to be approved',
  SAVE: 'given back, to be changed',
  SEND: 'approved, to be sent',
};

/** The letters that wait for somebody, as a list has them. */
export const waitingView = (waiting: readonly WaitingLetterLineFragment[], nameOf: NameOf) =>
  waiting.flatMap(({ id, kind, waitsFor, changedBy, changedAt, complaint }) =>
    complaint === null
      ? []
      : [
          {
            href: letterHref(complaint.id, id),
            text: `${KIND_WORDS[kind]}, ${complaint.reference ?? 'without a reference'}`,
            toDo: TO_DO[waitsFor] ?? '',
            since: `${nameOf(changedBy)}, ${momentWords(changedAt)}`,
          },
        ],
  );
