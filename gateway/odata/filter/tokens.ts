import { shown, wrong } from '../../entrance/bad-input';

/** A piece of an expression, and where it begins: 1 for the first character. */
export interface Token {
  readonly kind: 'word' | 'text' | 'value' | '(' | ')' | ',' | 'end';
  readonly text: string;
  readonly at: number;
}

const PIECE =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<word>[A-Za-z_]\w*(?:[./]\w+)*)|(?<value>[-+]?\d[\w:.+-]*)|(?<mark>[(),])|(?<end>$))/y;

/** The pieces of an expression, and after them its end. Throws a `Refusal` (400) for what is no piece of any. */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let place = 0;
  for (;;) {
    PIECE.lastIndex = place;
    const groups = PIECE.exec(expression)?.groups;
    if (groups === undefined) throw unreadable(expression, place);
    const token = tokenOf(groups);
    tokens.push({ ...token, at: PIECE.lastIndex - token.length + 1 });
    if (token.kind === 'end') return tokens;
    place = PIECE.lastIndex;
  }
}

function tokenOf({ text, word, value, mark }: Readonly<Record<string, string | undefined>>) {
  if (text !== undefined)
    return { kind: 'text', text: text.slice(1, -1).replaceAll("''", "'"), length: text.length } as const;
  if (word !== undefined) return { kind: 'word', text: word, length: word.length } as const;
  if (value !== undefined) return { kind: 'value', text: value, length: value.length } as const;
  if (mark === '(' || mark === ')' || mark === ',') return { kind: mark, text: mark, length: 1 } as const;
  return { kind: 'end', text: '', length: 0 } as const;
}

function unreadable(expression: string, place: number) {
  const rest = expression.slice(place).trimStart();
  const at = expression.length - rest.length + 1;
  const why = rest.startsWith("'")
    ? 'is a text that has no end. A quote within a text is written twice'
    : 'cannot be read';
  return wrong(`$filter: at character ${at}, "${shown(rest)}" ${why}.`);
}
