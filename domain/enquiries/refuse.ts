import type { LawSource } from '../procedure/law';
import type { EnquiryRefusal, EnquiryRefusalCode } from './enquiry';

/** A refusal, of the command as such and out of good order alone where nothing else is said. */
export const refuse = (
  code: EnquiryRefusalCode,
  message: string,
  { part = null, source = null }: { readonly part?: string | null; readonly source?: LawSource | null } = {},
): EnquiryRefusal => ({ code, message, part, source });
