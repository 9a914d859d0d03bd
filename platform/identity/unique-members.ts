/** Strings, each with the colon that makes it a member's name, and the brackets of objects; everything else says nothing of names. */
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g;

/**
 * Whether no object in `json` names a member twice, however the name is written. Readers take the first or the last of two:
 * what one of them checked another may not have seen (RFC 7519, 4). `json` is JSON.
 */
export function hasUniqueMembers(json: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, text, colon] of json.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (text !== undefined && colon !== undefined) {
      const name = String(JSON.parse(text));
      const names = open.at(-1);
      if (names?.has(name)) return false;
      names?.add(name);
    }
  }
  return true;
}
