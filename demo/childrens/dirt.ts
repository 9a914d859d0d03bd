/** How often each thing goes wrong in the children's system's file, as a rate from 0 to 1: of lines, or as said. */
export interface ChildrensDirt {
  /** A date in another form (of dates). */
  readonly dateForm: number;
  /** Spaces around, other capitals (of words). */
  readonly spelling: number;
  /** Keys in another order, blanks between them. */
  readonly layout: number;
  readonly plainCopy: number;
  readonly conflictingCopy: number;
  /** A line that is no record. */
  readonly noRecord: number;
  /** A complaint without a case number, without stages, or that cannot be placed in time. */
  readonly quarantined: number;
  /** A later stage that cannot be placed (of complaints with one). */
  readonly laterStage: number;
  /** Stages in another order, one missing, one there twice (of complaints with several). */
  readonly stages: number;
  /** An answer that cannot be read, or comes before the complaint (of stages). */
  readonly answer: number;
  /** Any other date that cannot be read (of stages). */
  readonly otherDate: number;
  readonly unknownWord: number;
  readonly unknownKey: number;
  /** A blank line before. */
  readonly noRow: number;
}

/** About what the extract has, with a little of what others will have. */
const AS_FOUND: ChildrensDirt = {
  dateForm: 0.02,
  spelling: 0.06,
  layout: 0.02,
  plainCopy: 0.026,
  conflictingCopy: 0.003,
  noRecord: 0.005,
  quarantined: 0.009,
  laterStage: 0.01,
  stages: 0.02,
  answer: 0.01,
  otherDate: 0.005,
  unknownWord: 0.006,
  unknownKey: 0.002,
  noRow: 0.003,
};

/** No dirt at 0, about what the extract has at 1, twice as much of each at 2; no rate passes one in two. */
export function childrensDirtOf(scale: number): ChildrensDirt {
  const scaled = (rate: number) => Math.min(rate * scale, 0.5);
  return {
    dateForm: scaled(AS_FOUND.dateForm),
    spelling: scaled(AS_FOUND.spelling),
    layout: scaled(AS_FOUND.layout),
    plainCopy: scaled(AS_FOUND.plainCopy),
    conflictingCopy: scaled(AS_FOUND.conflictingCopy),
    noRecord: scaled(AS_FOUND.noRecord),
    quarantined: scaled(AS_FOUND.quarantined),
    laterStage: scaled(AS_FOUND.laterStage),
    stages: scaled(AS_FOUND.stages),
    answer: scaled(AS_FOUND.answer),
    otherDate: scaled(AS_FOUND.otherDate),
    unknownWord: scaled(AS_FOUND.unknownWord),
    unknownKey: scaled(AS_FOUND.unknownKey),
    noRow: scaled(AS_FOUND.noRow),
  };
}
