// The commands, each in a file of its own.
export { env } from "./env.js";
export { explain } from "./explain.js";
export { generate } from "./generate.js";
export { listGenerators } from "./generators.js";
export { resolve } from "./resolve.js";
export { validate } from "./validate.js";
