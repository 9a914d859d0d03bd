import type { Comparison, Condition } from '../../../platform/records/condition';
import { ownOf } from '../../../platform/tables/own-of';
import { shown, wrong } from '../../entrance/bad-input';
import type { Property } from '../entity-sets';
import { readLiteral } from './literals';
import { type Token, tokensOf } from './tokens';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  ...{ lt: 'IS_LESS', le: 'IS_AT_MOST', gt: 'IS_MORE', ge: 'IS_AT_LEAST' },
};
const FUNCTIONS: Readonly<Record<string, Comparison>> = {
  ...{ contains: 'CONTAINS', startswith: 'BEGINS_WITH', endswith: 'ENDS_WITH' },
};

/** What `not` may stand before without parentheses. */
const ALONE: ReadonlySet<Condition['is']> = new Set(['NOT', 'HOLDS', ...Object.values(FUNCTIONS)]);

/** What may stand in an expression, for those who wrote something else. */
const THERE_IS =
  "There are eq, ne, gt, ge, lt, le and in after a property, contains, startswith and endswith of a text, and, or, not, and parentheses: for example stream eq 'SCHOOLS' and receivedOn ge 2021-04-01.";
/** Far more than anybody writes. */
const [MOST_CONDITIONS, MOST_DEPTH] = [200, 40];

/** Reads `$filter` over the properties of a set. Throws a `Refusal` (400) that says where, and what there is. */
export function readFilter(expression: string, properties: readonly Property[]): Condition {
  const reader = new FilterReader(tokensOf(expression), properties);
  const condition = reader.either();
  reader.end();
  return condition;
}

class FilterReader {
  #place = 0;
  #depth = 0;
  #conditions = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly properties: readonly Property[],
  ) {}

  either(): Condition {
    return this.#joined('or', 'OR', () => this.#joined('and', 'AND', () => this.#one()));
  }

  end(): void {
    if (this.#next.kind !== 'end') throw this.#unexpected('the end, `and` or `or`');
  }

  #joined(word: string, is: 'AND' | 'OR', read: () => Condition): Condition {
    const of = [read()];
    while (this.#takes(word)) of.push(read());
    const [only] = of;
    return of.length === 1 && only ? only : { is, of };
  }

  #one(): Condition {
    this.#conditions += 1;
    this.#depth += 1;
    if (this.#conditions > MOST_CONDITIONS || this.#depth > MOST_DEPTH)
      throw wrong(
        `$filter has more than ${MOST_CONDITIONS} conditions, or more than ${MOST_DEPTH} within each other.`,
      );
    const condition = this.#takes('not') ? negated(this.#denied()) : this.#plain();
    this.#depth -= 1;
    return condition;
  }

  /** What follows `not`, which binds closer than a comparison does. */
  #denied(): Condition {
    const { kind, at } = this.#next;
    const condition = this.#one();
    if (kind === '(' || ALONE.has(condition.is)) return condition;
    throw wrong(
      `$filter: at character ${at}, put what \`not\` is of in parentheses: not (stream eq 'SCHOOLS').`,
    );
  }

  #plain(): Condition {
    if (this.#opens()) {
      this.#take('(');
      const within = this.either();
      this.#take(')');
      return within;
    }
    const subject = this.#take('word', 'a property');
    return this.#opens() ? this.#function(subject) : this.#comparison(this.#property(subject));
  }

  #function(name: Token): Condition {
    const is = ownOf(FUNCTIONS, name.text);
    if (is === undefined)
      throw wrong(
        `$filter: at character ${name.at}, there is no function "${shown(name.text)}". ${THERE_IS}`,
      );
    this.#take('(');
    const property = this.#property(this.#take('word', 'a property'));
    if (property.type !== 'text')
      throw wrong(`$filter: ${name.text} is of texts, and \`${property.name}\` is none.`);
    this.#take(',');
    const sought = this.#take('text', 'a text in quotes');
    this.#take(')');
    return { is, column: property.name, values: [sought.text] };
  }

  #comparison(property: Property): Condition {
    const column = property.name;
    const operator = this.#next;
    if (operator.kind !== 'word' || ['and', 'or'].includes(operator.text)) return this.#held(property);
    this.#place += 1;
    if (operator.text === 'in') return { is: 'IS_ONE_OF', column, values: this.#list(property) };
    const is = ownOf(COMPARISONS, operator.text);
    if (is === undefined && operator.text !== 'eq' && operator.text !== 'ne')
      throw wrong(
        `$filter: at character ${operator.at}, "${shown(operator.text)}" is no comparison. ${THERE_IS}`,
      );
    const literal = this.#literal(property);
    if (is === undefined) {
      const same: Condition = { is: 'IS_ONE_OF', column, values: [literal] };
      return operator.text === 'eq' ? same : negated(same);
    }
    if (literal === null || property.type === 'boolean')
      throw wrong(
        `$filter: \`${column}\` ${operator.text} … : null, true and false are compared by eq and ne.`,
      );
    return { is, column, values: [literal] };
  }

  #held({ name, type }: Property): Condition {
    if (type !== 'boolean') throw this.#unexpected(`a comparison after \`${name}\``);
    return { is: 'HOLDS', column: name };
  }

  #list(property: Property): (string | null)[] {
    this.#take('(');
    const values = [this.#literal(property)];
    while (this.#next.kind === ',') {
      this.#take(',');
      values.push(this.#literal(property));
    }
    this.#take(')');
    this.#conditions += values.length - 1;
    return values;
  }

  #literal(property: Property): string | null {
    const token = this.#next;
    if (token.kind !== 'word' && token.kind !== 'text' && token.kind !== 'value')
      throw this.#unexpected(`a value for \`${property.name}\``);
    this.#place += 1;
    return readLiteral(token, property);
  }

  #property({ text, at }: Token): Property {
    const found = this.properties.find(({ name }) => name === text);
    if (found !== undefined) return found;
    const there = this.properties.map(({ name }) => name).join(', ');
    throw wrong(`$filter: at character ${at}, there is no property "${shown(text)}". There are ${there}.`);
  }

  get #next(): Token {
    return this.tokens[this.#place] ?? { kind: 'end', text: '', at: 0 };
  }

  #opens(): boolean {
    return this.#next.kind === '(';
  }

  #takes(word: string): boolean {
    const isNext = this.#next.kind === 'word' && this.#next.text === word;
    if (isNext) this.#place += 1;
    return isNext;
  }

  #take(kind: Token['kind'], called: string = kind): Token {
    const token = this.#next;
    if (token.kind !== kind) throw this.#unexpected(called);
    this.#place += 1;
    return token;
  }

  #unexpected(expected: string) {
    const { kind, text, at } = this.#next;
    const found = kind === 'end' ? 'it ends' : `there is "${shown(text)}"`;
    return wrong(`$filter: at character ${at}, ${found} where ${expected} is expected. ${THERE_IS}`);
  }
}

const negated = (condition: Condition): Condition => ({ is: 'NOT', of: [condition] });
