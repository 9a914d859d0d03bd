/**
 * Ends the process cleanly on SIGTERM and SIGINT (Ctrl-C): `stop` first, then exit 0, or 1 when it failed. A second
 * signal ends it at once. The gateway's runtime takes the signal without ending the process, so this must.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
