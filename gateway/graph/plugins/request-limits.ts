import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { introspectionIsAlone } from './introspection-alone';
import { asksNoSubscription, operationHasRootType } from './operation-kind';
import { selectionIsSmallEnough } from './selection-size';

/**
 * The longest documents of the product's own are those of its tests, with some 1,200 (fifteen walks through figures and lists);
 * those of its documents and reports have under 100, the introspection query 184.
 */
const MAX_TOKENS = 5_000;

/** Spaces and comments included, which are no words. */
const MAX_CHARACTERS = 50_000;

/** Brackets of any kind inside each other: far more than the schema is deep. */
const MAX_NESTING = 50;

const OPENS: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Refuses operations that would cost more to read than any honest one, before they are read. */
export function requestLimits(): GatewayPlugin {
  return {
    onParse({ params: { source } }) {
      readWords(typeof source === 'string' ? new Source(source) : source);
    },
    onValidate({ addValidationRule }) {
      addValidationRule(selectionIsSmallEnough);
      addValidationRule(operationHasRootType);
      addValidationRule(asksNoSubscription);
      addValidationRule(introspectionIsAlone);
    },
  };
}

/** Whether a text is short and flat enough to be read at all. */
export function isReadable(text: string): boolean {
  try {
    refuseTooLong(new Source(text));
    return true;
  } catch {
    return false;
  }
}

/** A sign that GraphQL does not know is met here before the parser meets it, and is the request's fault as there. */
function readWords(source: Source): void {
  try {
    refuseTooLong(source);
  } catch (error) {
    if (!(error instanceof GraphQLError) || 'code' in error.extensions) throw error;
    const { message, positions } = error;
    throw new GraphQLError(message, {
      ...{ source, positions: positions ?? null },
      extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } },
    });
  }
}

/** The parser calls itself for each nesting, and deep enough a text ends the process's stack; a lexer does not. */
function refuseTooLong(source: Source): void {
  if (source.body.length > MAX_CHARACTERS)
    throw tooMuch(`is longer than ${MAX_CHARACTERS} characters. Split it.`);
  const lexer = new Lexer(source);
  let tokens = 0;
  let nesting = 0;
  while (lexer.advance().kind !== TokenKind.EOF) {
    const { kind } = lexer.token;
    tokens += 1;
    if (OPENS.has(kind)) nesting += 1;
    if (CLOSES.has(kind)) nesting -= 1;
    if (tokens > MAX_TOKENS) throw tooMuch(`is longer than ${MAX_TOKENS} words and signs. Split it.`);
    if (nesting > MAX_NESTING)
      throw tooMuch(
        `is nested deeper than ${MAX_NESTING} levels. Split it: ask for the inner ones by their ids, in a request of their own.`,
      );
  }
}

const tooMuch = (message: string): GraphQLError =>
  new GraphQLError(`This operation ${message}`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
