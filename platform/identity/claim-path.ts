/**
 * What stands in a token at a path: names divided by dots. A name may have dots itself (`https://claims.example/role`), so
 * the longest one that is there is taken, and a shorter one where that leads nowhere. Undefined where nothing stands.
 */
export function claimAt(claims: unknown, path: string): unknown {
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) return undefined;
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const found = Object.getOwnPropertyDescriptor(claims, path.slice(0, end))?.value;
    if (found === undefined) continue;
    const inside = end === path.length ? found : claimAt(found, path.slice(end + 1));
    if (inside !== undefined) return inside;
  }
  return undefined;
}
