import type { Asking, Gateway } from '../../gateway/gateway';
import { QualityNamesDocument, type QualityNamesQuery } from '../../operations/__generated__/operations';
import { faultWords } from './fault-words';

/** Names of systems and of what can be wrong with their rows. */
export interface QualityNames {
  readonly sources: readonly { readonly value: string; readonly text: string }[];
  readonly codes: readonly { readonly value: string; readonly text: string }[];
}

/** What lists of what is wrong can be narrowed by. */
export const askQualityNames = async (gateway: Gateway, asking: Asking): Promise<QualityNames> =>
  namesOf(await gateway.ask(QualityNamesDocument, {}, asking));

/** The names, each once, in the order of their words. */
function namesOf({ sources, faultCodes }: QualityNamesQuery): QualityNames {
  const codes = [...new Set((faultCodes ?? []).map(({ code }) => code))];
  return {
    sources: (sources ?? []).map(({ name, title }) => ({ value: name, text: sourceTitle(title) })),
    codes: codes
      .map((value) => ({ value, text: faultWords(value).title }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en-GB')),
  };
}

/** "the corporate system" as the beginning of a sentence. */
export const sourceTitle = (title: string): string => `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;

/** A system by its name for people; its name for programs where the names do not tell. */
export const sourceName = (
  sources: readonly { readonly name: string; readonly title: string }[] | null,
  name: string,
): string => sourceTitle(sources?.find((source) => source.name === name)?.title ?? name);
