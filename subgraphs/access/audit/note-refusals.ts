import { writeEntries } from '../../../platform/audit/record';
import type { OperationContext } from '../../../platform/server/subgraph';

/** A refusal as a gateway tells of it. */
export interface ToldRefusal {
  readonly actor: string;
  readonly role: string;
  readonly code: string;
  readonly asked: string;
  readonly requestId: string;
  /** How often within a minute, after the first time that is told by itself; null for that one. */
  readonly again?: number | null | undefined;
}

/** Notes whom a gateway refused what, each in the name of who was. */
export async function noteRefusals(
  context: OperationContext,
  refusals: readonly ToldRefusal[],
): Promise<number> {
  const entries = refusals.map(({ actor, role, code, asked, requestId, again = null }) => ({
    ...{ actor, role, requestId },
    action: again === null ? ('ASKING_REFUSED' as const) : ('ASKING_REFUSED_AGAIN' as const),
    recordId: [code, asked, ...(again === null ? [] : [again])].join('/'),
  }));
  await writeEntries(context, { schema: 'access', entries });
  return entries.length;
}
