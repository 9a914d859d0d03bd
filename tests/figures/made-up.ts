import { dirtOf } from '../../demo/dirt';
import { generateCorporate } from '../../demo/generate';
import { TODAY } from '../../scripts/testing/test-product';
import { type Recount, recount } from '../recount/recount';

/** A made-up extract of the corporate system. */
export interface MadeUp {
  readonly seed: number;
  readonly rows: number;
  /** As `dirtOf` takes it: 1 is about what the extracts have. */
  readonly dirt: number;
  readonly wrongTotal?: boolean;
}

/** Makes an extract, and counts it anew without the product, over what held `before`. */
export async function madeUp(
  { dirt, ...council }: MadeUp,
  before?: Recount['held'],
): Promise<Recount & { readonly text: string }> {
  let text = '';
  for await (const block of generateCorporate({ ...council, dirt: dirtOf(dirt) })) text += block;
  return { text, ...recount(text, TODAY, before) };
}
