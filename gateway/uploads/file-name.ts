const MOST_CHARACTERS = 100;

/** What shows nowhere, or would change what is shown around it. */
const UNSHOWN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * The name under which a file is shown: of what a caller gives the last part of a path, without what nobody sees, and not
 * too long; the end stays, since it says the kind of file. Null where nothing is left.
 */
export function shownName(given: string): string | null {
  const [last = ''] = given.replaceAll('\\', '/').split('/').slice(-1);
  const characters = [...last.replaceAll(UNSHOWN, '').replaceAll(/\s+/gu, ' ').trim()];
  if (characters.length === 0) return null;
  if (characters.length <= MOST_CHARACTERS) return characters.join('');
  const [begin, end] = [characters.slice(0, MOST_CHARACTERS - 16), characters.slice(-15)];
  return `${begin.join('')}…${end.join('')}`;
}

const EXTENDED = /(?:^|;)\s*filename\*\s*=\s*utf-8'[^']*'(?<name>[^;\s]+)/iu;
const QUOTED = /(?:^|;)\s*filename\s*=\s*"(?<name>(?:\\.|[^"\\])*)"/iu;
const BARE = /(?:^|;)\s*filename\s*=\s*(?<name>[^";\s]+)/iu;

/** The file's name in a header `Content-Disposition` (RFC 6266); null where it says none that can be read. */
export function nameInDisposition(header: string): string | null {
  const extended = EXTENDED.exec(header)?.groups?.name;
  if (extended !== undefined) return decoded(extended);
  const quoted = QUOTED.exec(header)?.groups?.name;
  return quoted?.replaceAll(/\\(.)/gu, '$1') ?? BARE.exec(header)?.groups?.name ?? null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
