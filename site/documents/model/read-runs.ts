import type MarkdownIt from 'markdown-it';
import { cleanText } from './clean-text';
import type { Run } from './document';

type Token = MarkdownIt.Token;

/** How words look where a text has been read to. */
interface Look {
  bold: number;
  italic: number;
  links: string[];
}

/** What a line of Markdown says, with its looks. A picture is told by its description. */
export function runsOf(inline: Token | null | undefined): Run[] {
  const look: Look = { bold: 0, italic: 0, links: [] };
  const runs: Run[] = [];
  for (const token of inline?.children ?? []) {
    turn(look, token);
    const text = textOf(token);
    if (text !== '') runs.push(runOf(text, look, token.type === 'code_inline'));
  }
  return runs;
}

function turn(look: Look, token: Token): void {
  if (token.type === 'strong_open' || token.type === 'strong_close') look.bold += token.nesting;
  if (token.type === 'em_open' || token.type === 'em_close') look.italic += token.nesting;
  if (token.type === 'link_open') look.links.push(String(token.attrGet('href') ?? ''));
  if (token.type === 'link_close') look.links.pop();
}

function textOf({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return ' ';
  if (type === 'image') return cleanText(`(picture: ${content})`);
  return type === 'text' || type === 'text_special' || type === 'code_inline' ? cleanText(content) : '';
}

function runOf(text: string, look: Look, isCode: boolean): Run {
  const link = look.links.at(-1) ?? null;
  return {
    text,
    ...(look.bold > 0 ? { isBold: true } : {}),
    ...(look.italic > 0 ? { isItalic: true } : {}),
    ...(isCode ? { isCode } : {}),
    ...(link === null ? {} : { link: cleanText(link) }),
  };
}
