import { randomUUID } from 'node:crypto';
import { isError } from '../postgres/error-code';
import { withoutWords } from './describe-error';
import { createLogger, type Logger } from './logger';

const FAILED = 1;

/**
 * Ends the process with 1 when an error gets past everybody (`uncaughtException`, `unhandledRejection`): what it left
 * half done nobody knows. It is logged with an id to quote, where it happened, and none of its words. Node itself would
 * print them.
 */
export function endOnUnexpected(logger: Logger = createLogger({ level: 'fatal' })): void {
  const end = (event: string) => (error: unknown) => {
    const err = isError(error) ? withoutWords(error) : { type: typeof error };
    logger.fatal({ err, event, id: randomUUID() }, 'Something unexpected happened, and this process ends');
    process.exit(FAILED);
  };
  process.on('uncaughtException', end('uncaughtException'));
  process.on('unhandledRejection', end('unhandledRejection'));
}
