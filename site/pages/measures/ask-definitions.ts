import type { Asking, Gateway } from '../../gateway/gateway';
import { isPartLost } from '../../gateway/part-lost';
import { MeasureDefinitionsDocument } from '../../operations/__generated__/operations';
import { isMeasureName } from '../complaints/measured';
import type { Definition } from './measure-groups';

/** What measures mean, as it was told last: the same for everybody, and another only with another version of the product. */
const told = new WeakMap<Gateway, readonly Definition[]>();

/** How much of a page's time it has: the rest is left to the parts that do answer. */
const SHARE = 0.75;

/** Asks what the measures mean. Where nobody can say, what was told last; null where nothing ever was. */
export async function askDefinitions(
  gateway: Gateway,
  asking: Asking,
): Promise<readonly Definition[] | null> {
  try {
    const { measureDefinitions } = await gateway.ask(
      MeasureDefinitionsDocument,
      {},
      { ...asking, share: SHARE },
    );
    const definitions = measureDefinitions ?? [];
    told.set(gateway, definitions);
    return definitions;
  } catch (error) {
    if (!isPartLost(error)) throw error;
    return told.get(gateway) ?? null;
  }
}

/** A measure's name as the graph writes it, `IN_TIME_RATE`, in words: "In time rate". Null for what no measure is called. */
export function nameInWords(measure: string): string | null {
  if (!isMeasureName(measure)) return null;
  const words = measure.toLowerCase().replaceAll('_', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
