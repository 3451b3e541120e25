// Where the time of a run goes, for `--timings`: printed to standard error, never into an output.

export interface Timings {
  /** Ends the running stage. */
  mark(stage: string): void;
  /** Stages in order with their CPU time in milliseconds. */
  readonly stages: readonly { readonly stage: string; readonly cpuMs: number }[];
}

/** Starts at zero; each mark takes what passed since the one before. */
export function stopwatch(): Timings {
  const stages: { stage: string; cpuMs: number }[] = [];
  let last = process.cpuUsage();
  return {
    stages,
    mark(stage) {
      const now = process.cpuUsage();
      const spent = now.user - last.user + now.system - last.system;
      stages.push({ stage, cpuMs: spent / 1000 });
      last = now;
    },
  };
}
