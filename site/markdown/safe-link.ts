/** Ways of asking for something that a link may lead to. */
const SCHEMES = /^(?:https?:\/\/[^/\\]|mailto:)/i;
/** What begins with a scheme, or with another host, or only seems to be a path. */
const ELSEWHERE = /^(?:[^/?#]*:|[/\\]{2}|\/\\|\/?%5c)/i;

/** Whether a link may lead there: by HTTP, to a mailbox, or to a place on this site. */
export function isSafeLink(address: string): boolean {
  const plain = address.trim();
  return SCHEMES.test(plain) || !ELSEWHERE.test(plain);
}
