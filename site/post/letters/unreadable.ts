/** Thrown where what somebody subscribed to cannot be told any more, whoever asks and however often. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  /** `says` is in our own words, for whoever has the subscription. */
  constructor(readonly says: string) {
    super(says);
  }
}
