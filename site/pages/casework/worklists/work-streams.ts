import type { Stream } from '../../../operations/__generated__/operations';

/** The streams in which complaints are worked on, in the order in which what is equally urgent comes. */
const WORK_STREAMS = ['corporate', 'adults', 'childrens', 'schools'] as const;
export type WorkStream = (typeof WORK_STREAMS)[number];

/** Whether a text names one of them. */
export const isWorkStream = (text: string): text is WorkStream => WORK_STREAMS.some((each) => each === text);

/** A stream as the graph names it. */
export const codeOf = (stream: WorkStream): Stream => CODES[stream];

const CODES = {
  adults: 'ADULTS',
  childrens: 'CHILDRENS',
  corporate: 'CORPORATE',
  schools: 'SCHOOLS',
} as const satisfies Record<WorkStream, Stream>;

/** The streams whose work somebody sees: an officer those that they are cleared for; a manager's services may be of any. */
export const streamsOf = ({
  role,
  streams,
}: {
  readonly role: string;
  readonly streams: readonly string[];
}): WorkStream[] => WORK_STREAMS.filter((stream) => role !== 'officer' || streams.includes(stream));
