import type { Refused } from '../../platform/server/refusal';

export interface RetentionUnusable extends Refused<'RetentionUnusable'> {
  readonly part: string;
}

export const retentionUnusable = (part: string, message: string): RetentionUnusable => ({
  ...{ __typename: 'RetentionUnusable', code: 'RETENTION_UNUSABLE', message, part },
});

export const holdNotFound = (): Refused<'HoldNotFound'> => ({
  __typename: 'HoldNotFound',
  code: 'HOLD_NOT_FOUND',
  message: 'There is no legal hold of this id that you could lift.',
});

export const onHold = (): Refused<'OnHold'> => ({
  __typename: 'OnHold',
  code: 'ON_HOLD',
  message: 'A legal hold keeps the people of this complaint. Nothing is anonymised before somebody lifts it.',
});

export const notDecidable = (message: string): Refused<'NotDecidable'> => ({
  __typename: 'NotDecidable',
  code: 'NOT_DECIDABLE',
  message,
});
