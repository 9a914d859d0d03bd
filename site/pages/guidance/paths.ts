export const GUIDANCE_PATH = '/guidance';
export const NEW_ARTICLE_PATH = `${GUIDANCE_PATH}/new`;

/** Names of pages of the site below `/guidance`: no new article is given one. */
export const TAKEN_IDS: readonly string[] = ['new', 'articles'];

/** The page of an article. */
export const articleHref = (id: string): string => `${GUIDANCE_PATH}/${encodeURIComponent(id)}`;

/** The page of one of its versions. */
export const versionHref = (id: string, version: number): string => `${articleHref(id)}/versions/${version}`;
