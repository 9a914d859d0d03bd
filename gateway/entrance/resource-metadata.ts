/** Where AI assistants ask. */
export const ASSISTANTS_PATH = '/mcp';
/** Where a resource says who signs people in for it (RFC 9728). */
export const METADATA_PATH = '/.well-known/oauth-protected-resource';

/** Where a caller who is not signed in reads who signs in for what they asked; null where nothing says so, and where they are is not known. */
export const metadataAddress = (path: string, origin: string | null): string | null =>
  path === ASSISTANTS_PATH && origin !== null ? `${origin}${METADATA_PATH}${ASSISTANTS_PATH}` : null;
