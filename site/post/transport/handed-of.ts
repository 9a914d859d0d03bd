import type { Handed } from './transport';

/** What is known of a failure: how far it came, and what the server answered. */
export interface SmtpFailure {
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
}

/** Of a mailbox that is not there, or takes nothing (RFC 5321, 4.2.3). */
const NO_MAILBOX = [550, 551, 553];
/** Refused by a rule of the server's (RFC 3463, 3.8): it says nothing of the mailbox. */
const BY_RULE = /^\d{3}[ -]5\.7\./;
const OF_MAIL = ['RCPT TO', 'DATA'];

/** What became of a mail by how it failed; null where it did not. */
export function handedOf(failure: SmtpFailure | null, { isBegun }: { readonly isBegun: boolean }): Handed {
  if (failure === null) return { state: 'ACCEPTED' };
  const { command = '', responseCode } = failure;
  if (responseCode === undefined)
    return isBegun
      ? { state: 'UNSURE', says: 'The mail server broke off. Nobody can say whether it took the mail.' }
      : { state: 'LATER', says: 'The mail server cannot be reached safely.', isOfServer: true };
  const answered = `It answered ${responseCode}.`;
  if (!OF_MAIL.includes(command))
    return { state: 'LATER', says: `The mail server does not let us in. ${answered}`, isOfServer: true };
  if (responseCode < 500)
    return { state: 'LATER', says: `The mail server asked to wait. ${answered}`, isOfServer: false };
  return isNoMailbox(failure)
    ? { state: 'REFUSED', of: 'ADDRESS', says: `The mail server refused the address. ${answered}` }
    : { state: 'REFUSED', of: 'MAIL', says: `The mail server refused the mail. ${answered}` };
}

const isNoMailbox = ({ command, responseCode = 0, response = '' }: SmtpFailure): boolean =>
  command === 'RCPT TO' && NO_MAILBOX.includes(responseCode) && !BY_RULE.test(response);
