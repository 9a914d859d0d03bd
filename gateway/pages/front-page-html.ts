/** What the front page says of this very installation. */
export interface FrontPage {
  /** Whose complaints these are. */
  readonly authority: string;
  /** Whether demonstration tokens open it. */
  readonly isDemonstration: boolean;
}

/** Its own colours for light and dark; every text on its background has a contrast of at least 7 to 1 (WCAG, AAA). */
export const FRONT_PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --ground: #eef2f5; --ink: #17242d; --soft: #3a4a56; --line: #c4d0d8;
  --band: #0b3a53; --on-band: #ffffff; --link: #0a4b78; --code: #f4f7f9; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16212a; --ground: #0e161c; --ink: #eef3f6; --soft: #c3ced6; --line: #34454f;
    --band: #0a2c3f; --on-band: #f3f8fb; --link: #9fd2f5; --code: #0e161c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.55;
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
header { background: var(--band); color: var(--on-band); padding: clamp(2rem, 7vw, 4.5rem) 1.25rem; }
header > *, main, footer { max-width: 60rem; margin-inline: auto; }
h1 { font-size: clamp(2rem, 6vw, 3.25rem); line-height: 1.1; margin-block: 0 .75rem; letter-spacing: -.02em; }
header p { font-size: 1.25rem; margin-block: 0; max-width: 60rem; }
main { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); padding: 1.5rem 1.25rem; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem 1.5rem; }
section.wide { grid-column: 1 / -1; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-block: 0 .5rem; }
p { margin-block: 0 .75rem; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .5rem; padding: .875rem 1rem; margin-block: 0 .75rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: .9375rem/1.5 ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; }
a { color: var(--link); text-underline-offset: .2em; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; border-radius: .125rem; }
footer { color: var(--soft); padding: .5rem 1.25rem 3rem; }
@media print { header { background: none; color: inherit; } }
`;

/** The page, whole: no script, no image, nothing from elsewhere. */
export const frontPageHtml = ({ authority, isDemonstration }: FrontPage): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Council complaints</title>
<link rel="icon" href="data:,">
<style>${FRONT_PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>Council complaints</h1>
<p>One trustworthy view across a council’s complaints: corporate, adults’, children’s and schools’, and the ombudsmen’s cases.
Every figure says what it counts, how fresh it is, and which complaints it counted.</p>
</header>
<main>
<section class="wide">
<h2>Ask a question</h2>
<p>This is a service for programs: figures tools, the intranet, partners. It answers GraphQL at <code>/graphql</code>, to those
who are signed in. From a terminal:</p>
<pre><code>curl -s ADDRESS/graphql -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\
  -d '{"query":"{ measures(by: [STREAM, FINANCIAL_YEAR]) { asAt rows { stream financialYear received } } }"}'</code></pre>
<p>ADDRESS is what stands in your browser’s address bar. Any GraphQL client can read all that can be asked, described field by field.</p>
</section>
<section>
<h2>Sign in</h2>
${isDemonstration ? DEMONSTRATION : SIGN_IN}
</section>
<section>
<h2>Is it well?</h2>
<p><a href="/health/ready">Ready</a> says whether every part answers and the figures are up to date,
<a href="/health/live">live</a> whether the service runs at all. Neither needs a sign-in.</p>
</section>
<section>
<h2>Read on</h2>
<p>How to ask, load an extract, put a row right and follow a value back to its file is described in the folder
<code>docs/how-to</code> of the product, the words in <code>docs/glossary.md</code>.</p>
</section>
</main>
<footer><p>Complaints of: ${escaped(authority)}${isDemonstration ? '. All people in the demonstration are made up.' : ''}</p></footer>
</body>
</html>
`;

const DEMONSTRATION = `<p>This is the demonstration. In the product’s folder a token is made by</p>
<pre><code>npm run --silent token -- analyst</code></pre>
<p>and for the other roles alike: manager, officer, partner, auditor, admin.</p>`;

const SIGN_IN = `<p>Your council’s sign-in service gives out tokens. Send yours with each request in the header
<code>Authorization: Bearer</code>. What you may ask for follows from your role; without one, ask whoever runs this service.</p>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
