/** What a query of Power Query names. */
export interface ReadM {
  /** The sets of OData that it goes to. */
  readonly sets: readonly string[];
  /** The columns that it chooses or compares. */
  readonly columns: readonly string[];
  readonly addresses: readonly string[];
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"]|"")*"|"|[()[\]{}]/g;

/**
 * Reads a query of Power Query as far as it is seen without running it: comments and texts are closed, brackets are in pairs, and it
 * is one `let … in`. Throws, saying what is not so.
 */
export function readM(text: string): ReadM {
  const open: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '"') throw new Error('A text is not closed');
    if ('([{'.includes(token)) open.push(token);
    else if (token in PAIRS && open.pop() !== PAIRS[token]) throw new Error(`${token} closes nothing`);
  }
  if (open.length > 0) throw new Error(`${open.at(-1)} is not closed`);
  const code = text.replace(TOKEN, (token) => (/^\/[/*]/.test(token) ? '' : token)).trim();
  if (!/^let\s[\s\S]+\sin\s+\w+$/.test(code)) throw new Error('It is no `let … in`');
  const steps = [...code.matchAll(/^ {4}(\w+) = /gm)].map(([, name]) => name);
  const last = /\sin\s+(\w+)$/.exec(code)?.[1];
  if (!steps.includes(last)) throw new Error(`It gives ${last}, which it does not make`);
  const lists = [...code.matchAll(/\{\s*("[^{}]*")\s*\}/g)].map(([, list = '']) => list);
  return {
    sets: all(code, /\[Name = "(\w+)"/g),
    columns: [
      ...all(code, /each[^,)]*/g).flatMap((each) => all(each, /\[(\w+)\]/g)),
      ...lists.flatMap(texts),
    ],
    addresses: all(code, /OData\.Feed\("([^"]+)"/g),
  };
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([whole, first]) => first ?? whole);
const texts = (list: string): string[] => all(list, /"(\w+)"/g);
