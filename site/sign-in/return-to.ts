const LONGEST = 2_000;
/** Pages that make no sense to come back to. */
const NOT_BACK_TO = /^\/(?:sign-in|sign-out|signed-out)(?:[/?#]|$)/;

/** Where a person comes back to after signing in: a page of this site, whatever the address said. */
export function returnTo(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST) return '/';
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\') || NOT_BACK_TO.test(wanted))
    return '/';
  return wanted;
}
