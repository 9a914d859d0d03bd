import { GatewayRefusal } from '../gateway/refusal';

/** Asks for a part that a page can do without; null where it is down, slow, or not for this role. */
export async function askPart<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof GatewayRefusal) return null;
    throw error;
  }
}
