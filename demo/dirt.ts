/** How often each thing goes wrong, as a rate from 0 to 1: of rows where nothing else is said, else of cells. */
export interface Dirt {
  /** A date in another form (of dates). */
  readonly dateForm: number;
  /** Spaces around (of cells that hold words or dates). */
  readonly spaces: number;
  /** Other capitals (of cells that hold a listed word). */
  readonly letterCase: number;
  /** A service by a former name. */
  readonly formerName: number;
  readonly plainCopy: number;
  readonly olderCopy: number;
  readonly newerCopy: number;
  readonly conflictingCopy: number;
  readonly leftOutType: number;
  readonly leftOutCode: number;
  readonly quarantined: number;
  readonly ragged: number;
  /** An answer that cannot be read, or comes before the complaint (of answers). */
  readonly answer: number;
  /** Any other date that cannot be (of rows). */
  readonly otherDate: number;
  /** A parent with marks or spaces between its digits (of parents). */
  readonly parentNoise: number;
  /** No parent, or a parent that is nowhere (of parents). */
  readonly parentLost: number;
  /** A route that is missing, unknown or contradicts its parent (of stages after the first). */
  readonly route: number;
  readonly unknownWord: number;
  /** Blank lines, rows of blanks, the header again: before a row. */
  readonly noRow: number;
}

/** About what the extracts have. */
const AS_FOUND: Dirt = {
  dateForm: 0.07,
  spaces: 0.01,
  letterCase: 0.06,
  formerName: 0.05,
  plainCopy: 0.012,
  olderCopy: 0.008,
  newerCopy: 0.004,
  conflictingCopy: 0.003,
  leftOutType: 0.045,
  leftOutCode: 0.011,
  quarantined: 0.007,
  ragged: 0.001,
  answer: 0.012,
  otherDate: 0.004,
  parentNoise: 0.02,
  parentLost: 0.015,
  route: 0.02,
  unknownWord: 0.01,
  noRow: 0.003,
};

/** No dirt at 0, about what the extracts have at 1, twice as much of each at 2; no rate passes one in two. */
export function dirtOf(scale: number): Dirt {
  const scaled = (rate: number) => Math.min(rate * scale, 0.5);
  return {
    dateForm: scaled(AS_FOUND.dateForm),
    spaces: scaled(AS_FOUND.spaces),
    letterCase: scaled(AS_FOUND.letterCase),
    formerName: scaled(AS_FOUND.formerName),
    plainCopy: scaled(AS_FOUND.plainCopy),
    olderCopy: scaled(AS_FOUND.olderCopy),
    newerCopy: scaled(AS_FOUND.newerCopy),
    conflictingCopy: scaled(AS_FOUND.conflictingCopy),
    leftOutType: scaled(AS_FOUND.leftOutType),
    leftOutCode: scaled(AS_FOUND.leftOutCode),
    quarantined: scaled(AS_FOUND.quarantined),
    ragged: scaled(AS_FOUND.ragged),
    answer: scaled(AS_FOUND.answer),
    otherDate: scaled(AS_FOUND.otherDate),
    parentNoise: scaled(AS_FOUND.parentNoise),
    parentLost: scaled(AS_FOUND.parentLost),
    route: scaled(AS_FOUND.route),
    unknownWord: scaled(AS_FOUND.unknownWord),
    noRow: scaled(AS_FOUND.noRow),
  };
}
