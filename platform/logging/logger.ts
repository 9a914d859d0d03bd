import { type DestinationStream, destination, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import type { Settings } from '../config/settings';
import { isError } from '../postgres/error-code';
import { loggedOfCurrent } from '../tracing/current';
import { CLOSED_FIELDS, HIDDEN, withoutPersonalData } from './personal-data';

/** Writes one JSON object a line, with the request and the trace on whose account it is written. */
export type Logger = PinoLogger;

export interface CreateLogger {
  readonly level: Settings['logLevel'];
  /** Which process or part writes, such as 'gateway'. */
  readonly part?: string;
  /** Standard error by default: standard output belongs to what a command answers. */
  readonly to?: DestinationStream;
}

const STANDARD_ERROR = 2;

/**
 * Makes a logger that no personal data gets through: fields that hold it are hidden at any depth, and a database error
 * loses its statement, parameters and values. What is in the message itself the caller answers for.
 */
export function createLogger({ level, part, to = destination(STANDARD_ERROR) }: CreateLogger): Logger {
  return pino(
    {
      level,
      mixin: loggedOfCurrent,
      base: part === undefined ? {} : { part },
      timestamp: stdTimeFunctions.isoTime,
      // Described by the hook already.
      serializers: { err: (err: unknown) => err },
      formatters: { level: (label) => ({ level: label }) },
      // For what a child logger is given; the hook sees the fields of single lines.
      redact: { paths: [...CLOSED_FIELDS], censor: HIDDEN },
      hooks: {
        logMethod(args, method) {
          method.apply(this, cleaned(args));
        },
      },
    },
    to,
  );
}

type Arguments = Parameters<PinoLogger['info']>;

/** An error given by itself goes under `err`: pino would take its message before anybody can look at it. */
function cleaned(args: Arguments): Arguments {
  const [first, ...rest]: unknown[] = args;
  if (isError(first)) return [{ err: withoutPersonalData(first) }, ...rest] as Arguments;
  return [withoutPersonalData(first), ...rest] as Arguments;
}
