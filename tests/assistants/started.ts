import type { RunningProduct } from '../../scripts/testing/running-product';
import { type Assistant, connect } from './connect';

/** Products with the demonstration's records. */
export interface Started {
  readonly product: RunningProduct;
  /** The same records, with numbers below 5 kept from analysts. */
  readonly guarded: RunningProduct;
}

/** An assistant of the demonstration's person of a role. */
export const assistantOf = async (of: RunningProduct, role: string): Promise<Assistant> =>
  connect(of.url, `Bearer ${await of.token(role)}`);
