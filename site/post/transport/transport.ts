/** A mail, ready to be handed over. */
export interface WrittenMail {
  /** What it is called as a file: the same mail has the same name. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** As it goes over the wire (RFC 5322). */
  readonly raw: Buffer;
}

/** What became of handing a mail over. `says` is in our own words: what a server wrote may name the address. */
export type Handed =
  | { readonly state: 'ACCEPTED' }
  /** It was not taken now. Where it is of the server, no other mail will be taken either. */
  | { readonly state: 'LATER'; readonly says: string; readonly isOfServer: boolean }
  /** The address, or this mail, will never be taken. */
  | { readonly state: 'REFUSED'; readonly of: 'ADDRESS' | 'MAIL'; readonly says: string }
  /** The way broke off after the mail had begun to go over it. */
  | { readonly state: 'UNSURE'; readonly says: string };

/** Hands mails over to whoever takes them on from here. Never rejects. */
export interface Transport {
  hand(mail: WrittenMail): Promise<Handed>;
}
