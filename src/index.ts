// The public door of the library: re-exports only.
export {};
