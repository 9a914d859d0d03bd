/** A word of the field and what it means here, after the glossary of the product. */
export interface HelpWord {
  readonly word: string;
  readonly means: string;
}

/** The words that pages use, in the order in which one meets them. */
export const WORDS: readonly HelpWord[] = [
  {
    word: 'complaint',
    means: 'The whole matter, through all its stages.',
  },
  {
    word: 'stage',
    means:
      'One round of a complaint: received, acknowledged, answered. Numbered from 1. Figures count stages.',
  },
  {
    word: 'stream',
    means:
      'A procedure with its own law and people: corporate, adult social care, children’s social care, schools.',
  },
  {
    word: 'route',
    means:
      'How a later stage was reached: from the stage before, or direct, which is without the one before.',
  },
  {
    word: 'as at',
    means:
      'The day as at which figures stand: nothing that became known only later counts. It is the newest day that the records of all the streams asked about reach.',
  },
  {
    word: 'reach',
    means:
      'Of which days the records of a source speak, from the first record to the newest that any loaded file speaks of.',
  },
  {
    word: 'not recorded',
    means: 'Nobody wrote it down. It is never 0: 0 says that it was recorded and nothing happened.',
  },
  { word: 'due date', means: 'The last day on which an answer is in time, an agreed extension included.' },
  { word: 'in time', means: 'Answered on or before the due date.' },
  { word: 'open', means: 'Received and not ended: the stage still waits for something.' },
  { word: 'overdue', means: 'Open, and past the due date.' },
  {
    word: 'working day',
    means:
      'Monday to Friday but for the bank holidays of England and Wales. The day something came in is day 0; the next working day is day 1.',
  },
  {
    word: 'age',
    means: 'How many working days something open has waited, from the day it was received.',
  },
  {
    word: 'finding',
    means:
      'What the answer says: upheld, partially upheld or not upheld. What was withdrawn or never decided has none.',
  },
  {
    word: 'closure reason',
    means: 'Why a stage ended, apart from its finding: answered, withdrawn, outside scope and so on.',
  },
  {
    word: 'better, worse, about the same',
    means:
      'A figure beside that of another period, by which way of it is better. Where the two differ by no more than chance would bring about, they are about the same.',
  },
  {
    word: 'half, and nine of ten, answered within',
    means: 'The working days within which half of the answers came, and nine of ten of them.',
  },
  {
    word: 'fault',
    means:
      'Something in a record that was not as it should be. A figure says how many open faults touch the records that it is counted from.',
  },
  {
    word: 'financial year, quarter',
    means: 'April to March, written 2021-22. Q1 is April to June.',
  },
  {
    word: 'cleared',
    means: 'Allowed to see the people and narratives of a stream. Each reading of them is recorded.',
  },
];
