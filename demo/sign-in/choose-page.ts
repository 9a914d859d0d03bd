import { cast } from './cast';

/** The page on which one chooses who to be. */
export function choosePage(): string {
  const people = cast.map(
    ({ person, name, work, opens }) =>
      `<li><a href="?person=${person.subject}">${name}</a>, ${work}. ${opens}.</li>`,
  );
  return page(
    'Who do you want to be?',
    `<p>This is the sign-in service of a demonstration. These people are made up, and nobody needs a password.</p>
<ul>
${people.join('\n')}
</ul>`,
  );
}

/** What is shown where a sign-in cannot go on. */
export const strandedPage = (): string =>
  page(
    'This sign-in has ended',
    '<p>It took too long, or its cookies are gone. Go back to the site and sign in again.</p>',
  );

/** What is shown where something was asked for that this service does not do. */
export const refusedPage = (says: string): string =>
  page('This cannot be done', `<p>${escaped(says)}</p>\n<p>Go back to the site and try again.</p>`);

/** The page on which one signs out of the service itself; `form` is the service's own, which it checks. */
export const signOutPage = (form: string): string =>
  page(
    'Sign out of the demonstration?',
    `${form}
<p><button autofocus type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button></p>`,
  );

/** What is shown to who signed out here, and not from a site that they could go back to. */
export const signedOutPage = (): string =>
  page('You are signed out', '<p>Of this service, and of the site with it.</p>');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (each) => ESCAPES[each] ?? each);

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
