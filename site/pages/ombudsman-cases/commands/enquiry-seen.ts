import type { OmbudsmanWorkQuery } from '../../../operations/__generated__/operations';

/** An ombudsman's case as whoever fills in a form of it sees it. */
export interface EnquirySeen {
  readonly today: string;
  readonly work: NonNullable<OmbudsmanWorkQuery['ombudsmanCase']>;
}
