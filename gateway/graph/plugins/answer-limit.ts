import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError } from 'graphql';
import { isWithinBytes, MAX_ANSWER_BYTES } from '../../../platform/server/answer-size';

/** Refuses an answer that would be too long, before it is written. */
export function answerLimit({ maxBytes = MAX_ANSWER_BYTES } = {}): GatewayPlugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!isWithinBytes(result, maxBytes)) setResult({ data: null, errors: [tooLong(maxBytes)] });
    },
  };
}

const tooLong = (maxBytes: number): GraphQLError =>
  new GraphQLError(
    `The answer would be longer than ${maxBytes / 1_000_000} MB. Ask for fewer rows or fields at a time.`,
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
