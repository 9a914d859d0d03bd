import type { Refused } from '../../../platform/server/refusal';

export interface WebhookUnusable extends Refused<'WebhookUnusable'> {
  readonly part: string;
}

export const webhookUnusable = (part: string, message: string): WebhookUnusable => ({
  __typename: 'WebhookUnusable',
  code: 'WEBHOOK_UNUSABLE',
  ...{ message, part },
});

export const webhookNotFound = (): Refused<'WebhookNotFound'> => ({
  __typename: 'WebhookNotFound',
  code: 'WEBHOOK_NOT_FOUND',
  message: 'There is no such webhook. `agreement` lists those of its partner.',
});

export const webhookEnded = (): Refused<'WebhookEnded'> => ({
  __typename: 'WebhookEnded',
  code: 'WEBHOOK_ENDED',
  message: 'The webhook was ended. Make a new one for the address.',
});
