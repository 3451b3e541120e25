// How every template is compiled (architecture decision 8), at build time and for a user's own.

export const templateOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { each: true, if: true },
};
