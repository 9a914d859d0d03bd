import { stageName, streamName } from '../../../domain/figures/names';
import { type Filter, STREAMS } from '../../filters/parts';
import type { Stream } from '../../operations/__generated__/operations';

/** A row of figures that is of one stage of one stream. */
export interface StageRow {
  readonly stream: Stream | null;
  readonly stage: number | null;
}

/** Orders rows by stream as pages name them, then by stage. */
export const byStreamAndStage = (one: StageRow, other: StageRow): number =>
  place(one.stream) - place(other.stream) || (one.stage ?? 0) - (other.stage ?? 0);

/** What a row is called: "Corporate, stage 1". */
export const stageRowName = ({ stream, stage }: StageRow): string =>
  `${streamName(stream)}, ${stageName(stage).toLowerCase()}`;

/** What a row counts: its stream and its stage. */
export const stageRowFilter = ({ stream, stage }: StageRow): Filter => ({
  ...(stream === null ? {} : { streams: [stream] }),
  ...(stage === null ? {} : { stages: [stage] }),
});

const place = (stream: Stream | null): number => (stream === null ? -1 : STREAMS.indexOf(stream));
