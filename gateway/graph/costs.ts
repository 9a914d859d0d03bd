import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import { z } from 'zod';
import { schemaDocument } from './schema-document';

/** What one field costs, as the schema says. */
export interface FieldCost {
  /** Null where the schema says nothing: 1 for an object, 0 for a value. */
  readonly weight: number | null;
  /** How many a list has: one of these arguments says so. */
  readonly slicingArguments: readonly string[];
  /** The fields below it that are so long; none where it is itself. */
  readonly sizedFields: readonly string[];
  readonly assumedSize: number | null;
}

/** The costs that the schema gives. */
export interface Costs {
  field(type: string, field: string): FieldCost;
  /** What each value of an enum costs that is given as an argument. */
  enumWeight(name: string): number;
}

const NOTHING_SAID: FieldCost = { weight: null, slicingArguments: [], sizedFields: [], assumedSize: null };

/** Reads `@cost` and `@listSize` from the composed schema (the directives of Federation 2.9, after IBM's cost specification). */
export function readCosts(supergraph: string): Costs {
  const { definitions } = schemaDocument(supergraph);
  const fields = new Map(
    definitions
      .filter(hasFields)
      .flatMap((type) =>
        (type.fields ?? []).map(
          (field) => [`${type.name.value}.${field.name.value}`, costOf(field)] as const,
        ),
      ),
  );
  const enums = new Map(
    definitions
      .filter((node) => node.kind === Kind.ENUM_TYPE_DEFINITION)
      .map(({ name, directives = [] }) => [name.value, weightIn(directives) ?? 0]),
  );
  return {
    field: (type, field) => fields.get(`${type}.${field}`) ?? NOTHING_SAID,
    enumWeight: (name) => enums.get(name) ?? 0,
  };
}

const hasFields = (node: {
  readonly kind: string;
}): node is ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;

const costModel = z.object({ weight: z.number().int().nonnegative() });
const listSizeModel = z.object({
  slicingArguments: z.array(z.string()).default([]),
  sizedFields: z.array(z.string()).default([]),
  assumedSize: z.number().int().nonnegative().nullable().default(null),
});

function costOf({ directives = [] }: FieldDefinitionNode): FieldCost {
  const listSize = argumentsOf(directives, 'listSize');
  return { weight: weightIn(directives), ...listSizeModel.parse(listSize ?? {}) };
}

function weightIn(directives: readonly ConstDirectiveNode[]): number | null {
  const cost = argumentsOf(directives, 'cost');
  return cost === null ? null : costModel.parse(cost).weight;
}

function argumentsOf(directives: readonly ConstDirectiveNode[], name: string): object | null {
  const directive = directives.find((one) => one.name.value === name);
  if (directive === undefined) return null;
  return Object.fromEntries(
    (directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  );
}
