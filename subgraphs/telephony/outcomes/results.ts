import type { Refused } from '../../../platform/server/refusal';
import type { DealtCall } from './list-calls';

interface Unusable extends Refused<'CommandUnusable'> {
  readonly part: string;
}

/** What becomes of the command on a call. */
export type CallResult =
  | { readonly __typename: 'CallDealtWith'; readonly call: DealtCall }
  | (Refused<'CallDealtWithBefore'> & { readonly call: DealtCall })
  | Refused<'CallNotFound'>
  | Unusable;

/** What was said of the call is kept. */
export const dealtWith = (call: DealtCall): CallResult => ({ __typename: 'CallDealtWith', call });

/** Somebody said already what became of the call. */
export const dealtWithBefore = (call: DealtCall): CallResult => ({
  __typename: 'CallDealtWithBefore',
  code: 'CALL_DEALT_WITH_BEFORE',
  message: 'The call was dealt with already: look at what became of it.',
  call,
});

/** The same whether there is no such call, or the caller does not deal with it. */
export const callNotFound = (): CallResult => ({
  __typename: 'CallNotFound',
  code: 'CALL_NOT_FOUND',
  message: 'There is no such call that you deal with.',
});

/** A part of the command cannot be meant. */
export const unusable = (part: string, message: string): CallResult => ({
  ...{ __typename: 'CommandUnusable', code: 'COMMAND_UNUSABLE', part, message },
});
