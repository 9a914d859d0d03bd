// As much of XML as the unseen parts of a workbook need. The library has made sure that the workbook can be read; whatever
// it holds, these take no longer than its length asks for.

/** The opening tags of elements with this name, without their brackets; whatever namespace stands before the name. */
export function elements(xml: string, name: string): string[] {
  return Array.from(
    xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^<>]*)>`, 'g')),
    ([, tag]) => tag ?? '',
  );
}

/** The attributes of a tag by their names. */
export function attributesOf(tag: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Array.from(tag.matchAll(/([\w:]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)')/g), ([, name, double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );
}

/** Whether an attribute says yes. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What stands within the first element of this name; '' where it is not closed. */
export function insideOf(xml: string, name: string): string {
  const opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s>])[^<>]*>`).exec(xml);
  if (opening === null) return '';
  const rest = xml.slice(opening.index + opening[0].length);
  return rest.slice(0, Math.max(rest.search(new RegExp(`</(?:\\w+:)?${name}\\s*>`)), 0));
}
