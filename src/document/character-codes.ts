// The characters that mean something in YAML, by code: what the reader of the plain subset compares.
export const newline = 10;
export const space = 32;
export const doubleQuote = 34;
export const hash = 35;
export const ampersand = 38;
export const singleQuote = 39;
export const asterisk = 42;
export const comma = 44;
export const dash = 45;
export const colon = 58;
export const openList = 91;
export const backslash = 92;
export const closeList = 93;
export const openMap = 123;
export const closeMap = 125;
