// How a run-time reference looks to the validators.

/**
 * The only member of what stands for a reference: a key that no file can hold (the reader refuses
 * it), so that a map written in the place of text is not taken for a reference.
 */
export const referenceMark = "prototype";
