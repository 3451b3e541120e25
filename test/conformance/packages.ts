// Programs that a check needs and a fresh machine lacks, from the system's packages.
import type { Context } from "./harness.js";

/** Makes `programs` (program to Debian package) available; fails where the packages cannot be had. */
export async function needPrograms(
  context: Pick<Context, "exec" | "must">,
  programs: Readonly<Record<string, string>>,
): Promise<void> {
  const missing: string[] = [];
  for (const [program, debianPackage] of Object.entries(programs)) {
    const found = await context.exec("sh", ["-c", `command -v "$1"`, "sh", program]);
    if (found.code !== 0) missing.push(debianPackage);
  }
  if (missing.length === 0) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await context.must("apt-get", ["update", "-q"], { env });
  await context.must(
    "apt-get",
    ["install", "-q", "-y", "--no-install-recommends", ...new Set(missing)],
    { env },
  );
}
