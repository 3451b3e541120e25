// Buffers between tasks: `resources.<process>.network` and `.backpressure`.
import { lineAtLeast, type FlinkLine } from "../lines.js";
import type { ConfigurationContext } from "./context.js";
import { booleanText, durationText, numberText, sizeText } from "./option-text.js";

/** Options of the network stack; its memory is in memory.ts. */
export function network(context: ConfigurationContext): void {
  const { network: stack } = context.process;
  context.copy("taskmanager.memory.segment-size", stack, "memorySegmentSizeBytes", sizeText);
  context.copy(bufferTimeoutKey(context.line), stack, "bufferTimeoutMs", durationText);
  buffers(context);
  debloating(context);
}

// 1.17.0 and 1.17.1 know the old key only, 1.17.2 reads both.
function bufferTimeoutKey(line: FlinkLine): string {
  const key = "execution.buffer-timeout";
  return lineAtLeast(line, "1.18") ? `${key}.interval` : key;
}

// Flink 2 has these fixed, to its former defaults.
const fixedBuffers = [
  ["exclusiveBuffersPerChannel", "taskmanager.network.memory.buffers-per-channel", 2],
  ["floatingBuffersPerGate", "taskmanager.network.memory.floating-buffers-per-gate", 8],
] as const;

function buffers(context: ConfigurationContext): void {
  const { network: stack } = context.process;
  for (const [key, option, fixed] of fixedBuffers) {
    if (lineAtLeast(context.line, "2.0") && stack?.[key] === fixed) continue;
    context.copy(option, stack, key, numberText);
  }
}

function debloating(context: ConfigurationContext): void {
  const { backpressure, checkpointBinding } = context.process;
  const own = backpressure?.bufferDebloat ?? null;
  const barriers = checkpointBinding?.checkpoint?.alignment ?? null;
  const key = "taskmanager.network.memory.buffer-debloat";
  if (own !== null && own.enabled !== null) {
    context.copy(`${key}.enabled`, own, "enabled", booleanText);
  } else {
    context.copy(`${key}.enabled`, barriers, "bufferDebloat", booleanText);
  }
  context.copy(`${key}.target`, own, "targetMs", durationText);
  for (const bound of ["minBuffers", "maxBuffers"] as const) {
    if (own !== null && own[bound] !== null) {
      context.noEffect(own, bound, "Flink has no bounds for debloating, only its target");
    }
  }
  if (backpressure?.creditBased === false) {
    context.noEffect(backpressure, "creditBased", "Flink always waits for credit of the receiver");
  }
}
