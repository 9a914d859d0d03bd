/** A page's title, and what stands below it. Throws, with what the page is `of`, where it has none. */
export function titledText(page: string, of: string): { readonly title: string; readonly text: string } {
  const [, title, text] = /^# ([^\n]+)\n(.*)$/s.exec(page) ?? [];
  if (title === undefined || text === undefined) throw new Error(`The page of ${of} has no title`);
  return { title, text };
}
