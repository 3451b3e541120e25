import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // They run bash, and belong to `npm run conformance`: the suite needs Node alone.
    exclude: [...configDefaults.exclude, "test/conformance/**"],
    testTimeout: 30_000,
  },
});
