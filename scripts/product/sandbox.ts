import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { NO_SANDBOX } from '../../gateway/sandbox/no-sandbox';
import type { Sandbox } from '../../gateway/sandbox/sandbox';
import { childEnvironment } from '../../platform/config/child-environment';
import { systemClock } from '../../platform/config/clock';
import type { Settings } from '../../platform/config/settings';
import type { Logger } from '../../platform/logging/logger';
import { lazySandbox } from '../sandbox/lazy-sandbox';
import { startSandboxProcess } from '../sandbox/sandbox-process';
import { sandboxTokens } from '../sandbox/sandbox-tokens';
import { ROOT } from './root';

const PROGRAM = path.join(ROOT, 'dist', 'scripts', 'sandbox.js');

/** The sandbox beside a gateway, as the settings say: none where it is off. Nothing is started before a guest comes. */
export function openSandbox({
  settings: { sandbox, dataDirectory, logLevel },
  logger,
}: {
  readonly settings: Settings;
  readonly logger: Logger;
}): Sandbox & { stop(): Promise<void> } {
  if (!sandbox.isOn) return { ...NO_SANDBOX, stop: () => Promise.resolve() };
  const directory = path.join(dataDirectory, 'sandbox');
  return lazySandbox({
    ...{ clock: systemClock, logger, tokenFor: sandboxTokens(directory) },
    async start() {
      await mkdir(directory, { recursive: true });
      return startSandboxProcess({
        program: PROGRAM,
        env: {
          ...childEnvironment(),
          ...{ DATA_DIR: directory, GATEWAY_PORT: '0', LOG_LEVEL: logLevel, SANDBOX: 'off' },
          ...(sandbox.databaseUrl === null ? {} : { DATABASE_URL: sandbox.databaseUrl }),
        },
      });
    },
  });
}
