// The systems that judge the output, in the order in which they run.
import { ciCd } from "./ci-cd/index.js";
import { compose } from "./compose/index.js";
import { flink } from "./flink/index.js";
import type { System } from "./harness.js";
import { java } from "./java/index.js";
import { kafka } from "./kafka/index.js";
import { kinesis } from "./kinesis/index.js";
import { kubernetes } from "./kubernetes/index.js";
import { live } from "./live/index.js";
import { lookups } from "./lookups/index.js";
import { pipeline } from "./pipeline/index.js";
import { prometheus } from "./prometheus/index.js";
import { readers } from "./readers/index.js";
import { shell } from "./shell/index.js";
import { yarn } from "./yarn/index.js";
import { yarnCli } from "./yarn-cli/index.js";

// Last the one whose programs take longest to build: that goes on beside the others.
export const systems: readonly System[] = [
  shell,
  readers,
  compose,
  ciCd,
  yarnCli,
  flink,
  java,
  lookups,
  kafka,
  pipeline,
  kinesis,
  prometheus,
  yarn,
  live,
  kubernetes,
];
