import { type GraphQLSchema, printSchema } from 'graphql';
import { PARTNER_ROLE } from '../../platform/identity/scopes';
import type { Caller } from './caller';

/** The schema that a caller's questions are held against, as text; each is written once, when somebody asks for it. */
export function schemaTexts(schemas: {
  readonly whole: GraphQLSchema;
  readonly contract: GraphQLSchema;
}): (caller: Pick<Caller, 'identity'>) => string {
  const texts = new Map<GraphQLSchema, string>();
  return ({ identity: { role } }) => {
    const schema = role === PARTNER_ROLE ? schemas.contract : schemas.whole;
    const text = texts.get(schema) ?? `${printSchema(schema)}\n`;
    texts.set(schema, text);
    return text;
  };
}
