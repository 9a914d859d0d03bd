import path from 'node:path';
import { z } from 'zod';
import { SCOPES_OF_ROLE } from '../identity/scopes';
import { jsonWebKey, oneOf, plainText } from './fields';
import { hideSecrets } from './hide-secrets';

const NOBODY = 'none';

/** Roles, divided by spaces, or none of them. */
const roles = z.string().transform((text, context) => {
  const named = text.split(/[\s,]+/).filter((each) => each !== '' && each !== NOBODY);
  const other = named.filter((each) => !Object.hasOwn(SCOPES_OF_ROLE, each));
  if (other.length === 0) return named;
  context.addIssue({
    code: 'custom',
    message: `holds "${other.join('", "')}". Write roles such as "admin analyst", or ${NOBODY}.`,
  });
  return z.NEVER;
});

/** Keys in JSON, divided by spaces: the one that signs now, and those that signed before it. */
const jsonWebKeys = z
  .string()
  .transform((text) => text.split(/(?<=\})\s+(?=\{)/))
  .pipe(z.array(jsonWebKey));

/** Which questions the gateway takes, and by whose word it knows them. */
export const operationsModel = z.object({
  TRUSTED_OPERATIONS: oneOf(['on', 'off']).optional(),
  OPERATIONS_MANIFEST: plainText.optional(),
  OPERATIONS_PUBLIC_KEY: jsonWebKeys.optional(),
  OPERATIONS_PRIVATE_KEY: jsonWebKey.optional(),
  EXPLORING_ROLES: roles.prefault('admin analyst'),
});

type Jwk = z.output<typeof jsonWebKey>;

export interface OperationsSettings {
  /** Whether callers who may not explore are answered trusted operations alone. */
  readonly areAlone: boolean;
  /** Roles that may ask whatever they like all the same. */
  readonly exploring: readonly string[];
  /** Where the manifest is. Absolute. */
  readonly manifestFile: string;
  /** Whose signatures are taken; none for the gateway's own key. */
  readonly publicKeys: readonly Jwk[];
  /** What a manifest is signed with; null for the gateway's own key, or where nobody signs here. */
  readonly privateKey: Jwk | null;
}

/** The settings of trusted operations as the product uses them: production takes nothing else where nothing is said. */
export const operationsSettings = (
  given: z.output<typeof operationsModel>,
  { production, dataDirectory }: { readonly production: boolean; readonly dataDirectory: string },
): OperationsSettings =>
  hideSecrets(
    {
      areAlone: (given.TRUSTED_OPERATIONS ?? (production ? 'on' : 'off')) === 'on',
      exploring: given.EXPLORING_ROLES,
      manifestFile: path.resolve(given.OPERATIONS_MANIFEST ?? path.join(dataDirectory, 'operations.jws')),
      publicKeys: given.OPERATIONS_PUBLIC_KEY ?? [],
      privateKey: given.OPERATIONS_PRIVATE_KEY ?? null,
    },
    ['privateKey'],
  );
