const ROW = /<th[^>]*scope="row"><a[^>]*href="\/complaints\/([^"?/]+)"/g;
const NEXT = /rel="next" href="([^"]+)"/;

/** The ids of the complaints on a page of a worklist. */
export const idsOn = (html: string): string[] =>
  [...html.matchAll(ROW)].map(([, id = '']) => decodeURIComponent(id));

/** Where the next page of a list is; null after the last. */
export const nextOf = (html: string): string | null => NEXT.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null;
