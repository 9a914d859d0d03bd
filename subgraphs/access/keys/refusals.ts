import type { Refused } from '../../../platform/server/refusal';

export interface ToolHasKey extends Refused<'ToolHasKey'> {
  readonly id: string;
}

export const toolHasKey = (id: string): ToolHasKey => ({
  __typename: 'ToolHasKey',
  code: 'TOOL_HAS_KEY',
  message: `A tool of this name has a live key, ${id}. Rotate that one, or choose another name.`,
  id,
});

export const twoKeysLive = (): Refused<'TwoKeysLive'> => ({
  __typename: 'TwoKeysLive',
  code: 'TWO_KEYS_LIVE',
  message: 'The tool has two live keys already. Revoke the one that it no longer uses first.',
});

export const keyNotFound = (): Refused<'KeyNotFound'> => ({
  __typename: 'KeyNotFound',
  code: 'KEY_NOT_FOUND',
  message: 'There is no such key. `keys` lists them.',
});

export const keyEnded = (): Refused<'KeyEnded'> => ({
  __typename: 'KeyEnded',
  code: 'KEY_ENDED',
  message: 'The key was revoked, or its time is over. Make a new one for the tool.',
});
