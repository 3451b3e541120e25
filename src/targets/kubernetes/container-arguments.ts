// What a container's `command` and `args` may hold: the kubelet puts the value of a variable where
// `$(NAME)` stands, and one dollar sign where two stand.

/** `text` as the program receives it unchanged. Shape: `$(A)` becomes `$$(A)`, `a$b` stays. */
export function literalArgument(text: string): string {
  return text.replaceAll(/\$(?=[$(])/gu, "$$$$");
}
