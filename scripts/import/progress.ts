const TERMINAL_MILLIS = 1_000;
const LOG_MILLIS = 10_000;

/** Where progress is shown: standard error, so that standard output stays the report's. */
export type ProgressOutput = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

export interface Progress {
  /** What goes on from now on; null while nothing is to be shown. What was shown last is taken away from a terminal. */
  doing(what: (() => string) | null): void;
  stop(): void;
}

/** Says what goes on: on a terminal every second in the same line, elsewhere in a line every ten. */
export function showProgress(output: ProgressOutput): Progress {
  let doing: (() => string) | null = null;
  let isShown = false;
  const clear = () => {
    if (isShown) output.write('\r\u001b[K');
    isShown = false;
  };
  const show = () => {
    if (doing === null) return;
    clear();
    isShown = output.isTTY === true;
    output.write(isShown ? `${doing()}…` : `${doing()}…\n`);
  };
  const timer = setInterval(show, output.isTTY ? TERMINAL_MILLIS : LOG_MILLIS);
  timer.unref();
  return {
    doing(what) {
      clear();
      doing = what;
    },
    stop() {
      clear();
      clearInterval(timer);
    },
  };
}
