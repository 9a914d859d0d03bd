import type { Assistant } from '../assistants/connect';

interface Listed {
  readonly complaint: string | null;
  readonly stage: number | null;
  readonly on: string | null;
}

/** The stages that a filter counts as received, as an assistant lists them, page after page. */
export async function listedByAssistant(
  assistant: Assistant,
  where: Readonly<Record<string, unknown>>,
): Promise<readonly Listed[]> {
  const take = async (after: object): Promise<readonly Listed[]> => {
    const given = { measure: 'RECEIVED', where, first: 100, ...after };
    const { isError, text, structured } = await assistant.call('list_counted', given);
    if (isError) throw new Error(text);
    const { counted, next } = structured as {
      readonly counted: readonly Listed[];
      readonly next: string | null;
    };
    const listed = counted.map(({ complaint, stage, on }) => ({ complaint, stage, on }));
    return next === null ? listed : [...listed, ...(await take({ after: next }))];
  };
  return take({});
}
