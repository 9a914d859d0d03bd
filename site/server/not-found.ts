/** Thrown by a page for what there is not, or what the person may not see: the two look alike. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
