import type { Transport } from './transport/transport';

/** By what mail goes out. */
export interface PostOffice {
  readonly transport: Transport;
  /** Whom mail is from. */
  readonly from: string;
  /** The domains that mail may go to, in lower case. */
  readonly domains: readonly string[];
  /** Whether mails are put into a folder, and go nowhere. */
  readonly isFolder: boolean;
  /**
   * A token of the program in whose name figures are asked for: a key of the role analyst, or the demonstration's own. What needs
   * clearance no such token opens, so that no mail can hold it.
   */
  accessToken(): Promise<string>;
}
