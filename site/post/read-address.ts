import { isMailAddress } from '../../platform/config/fields';

/** An address that mail may go to, or what keeps it from it. */
export type ReadAddress =
  | { readonly address: string; readonly says: null }
  | { readonly address: null; readonly says: string };

/**
 * Reads where somebody wants their mail: one plain address of a domain that the settings name. What could end a line of a mail's
 * head, or stand for two addresses, is none.
 */
export function readAddress(text: string, domains: readonly string[]): ReadAddress {
  const address = text.trim();
  if (address === '') return { address: null, says: 'Write your mail address at work.' };
  if (!isMailAddress(address))
    return { address: null, says: 'Write one mail address and nothing else, such as name@example.gov.uk.' };
  const [, domain = ''] = address.split('@');
  if (domains.includes(domain.toLowerCase())) return { address, says: null };
  const named = domains.join(' or ');
  return { address: null, says: `Figures go to addresses at ${named} alone. Write yours there.` };
}
