// Loaded into a measured process with `--require`: at its end it writes its CPU time (microseconds,
// user and system, from its very start) and its peak memory (KiB) to file descriptor 3.
const { readFileSync, writeSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: userCPUTime + systemCPUTime, peak: peakOf(maxRSS) }));
});

/** On Linux a child inherits the parent's `maxRSS`; the high-water mark of its own memory is exact. */
function peakOf(fallback) {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
  } catch {
    return fallback;
  }
}
