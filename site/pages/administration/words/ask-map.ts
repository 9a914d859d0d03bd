import type { Asking, Gateway } from '../../../gateway/gateway';
import {
  MapChannelDocument,
  MapClosureCodeDocument,
  MapServiceDocument,
} from '../../../operations/__generated__/operations';
import { CLOSINGS, type ReadWord } from './read-word';

/** What came of it: a refusal has a message, and what the word means already. */
export interface MapOutcome {
  readonly __typename: string;
  readonly message?: string;
  readonly meaning?: string;
  /** Where somebody else decided on the word meanwhile: what holds by now. */
  readonly word?: { readonly version: number } | null;
}

/** Has the graph decide what a word means, in place of a decision that was read before where its version is given. What is asked has no problems. */
export async function askMap(
  gateway: Gateway,
  asking: Asking,
  { kind, typed, from }: ReadWord,
  basedOnVersion: number | null = null,
): Promise<MapOutcome | null> {
  const { word: written = '', meaning = '', source = '', reason = '' } = typed;
  if (from === null) throw new Error('A word is given a meaning from a day on');
  const said = { written, from, reason, basedOnVersion };
  if (kind === 'service')
    return (await gateway.ask(MapServiceDocument, { ...said, serviceId: meaning }, asking)).outcome;
  if (kind === 'channel')
    return (await gateway.ask(MapChannelDocument, { ...said, channelId: meaning }, asking)).outcome;
  const closing = CLOSINGS.get(meaning);
  if (closing === undefined) throw new Error('There is no such way for a stage to end');
  const { outcome, closureReason } = closing;
  const variables = { ...said, source, outcome, closureReason };
  return (await gateway.ask(MapClosureCodeDocument, variables, asking)).outcome;
}
