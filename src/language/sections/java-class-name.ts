// The form of a Java class name, for the rows that name an entry point.

/** A binary class name: parts of letters, digits, `_` and `$`, joined by dots. */
export const javaClassName = {
  pattern: "^[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*$",
  form: "a Java class name",
};
