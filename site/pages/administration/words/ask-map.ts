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
}

/** Has the graph decide what a word means. What is asked has no problems. */
export async function askMap(
  gateway: Gateway,
  asking: Asking,
  { kind, typed, from }: ReadWord,
): Promise<MapOutcome | null> {
  const { word: written = '', meaning = '', source = '', reason = '' } = typed;
  if (from === null) throw new Error('A word is given a meaning from a day on');
  if (kind === 'service')
    return (await gateway.ask(MapServiceDocument, { written, from, reason, serviceId: meaning }, asking))
      .outcome;
  if (kind === 'channel')
    return (await gateway.ask(MapChannelDocument, { written, from, reason, channelId: meaning }, asking))
      .outcome;
  const closing = CLOSINGS.get(meaning);
  if (closing === undefined) throw new Error('There is no such way for a stage to end');
  const { outcome, closureReason } = closing;
  const variables = { source, written, from, reason, outcome, closureReason };
  return (await gateway.ask(MapClosureCodeDocument, variables, asking)).outcome;
}
