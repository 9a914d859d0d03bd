import type { LiveProcedureShownFragment, Stream } from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';
import type { Others } from './others';

/** A service of the council's. */
export interface ServiceName {
  readonly id: string;
  readonly name: string;
  readonly directorate: string;
}

/** What whoever records a complaint is shown beside what they type. What cannot be had just now is null. */
export interface RecordSeen {
  readonly today: string;
  /** The streams that they are cleared for. */
  readonly streams: readonly Stream[];
  /** All that the draft says. */
  readonly form: Form;
  /** The stream that was chosen; null while none was. */
  readonly stream: Stream | null;
  readonly services: readonly ServiceName[] | null;
  readonly channels: readonly string[] | null;
  readonly themes: readonly string[] | null;
  /** Other complaints of whoever complains; null where they are not looked for. */
  readonly others: Others | null;
  /** The procedure of the stream. */
  readonly procedure: LiveProcedureShownFragment | null;
}
