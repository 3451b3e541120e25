// Codes of a third-party generator: `<id>/<slug>`, so that they can never meet one of the core.
import { diagnosticsOf, type Diagnose, type MessageTemplate } from "../diagnostics/define.js";

export { error, note, warning } from "../diagnostics/define.js";

/** The constructor of the diagnostics of generator `id`: codes are printed as `<id>/<slug>`. */
export function defineGeneratorDiagnostics<
  const Table extends Record<string, MessageTemplate<string>>,
>(id: string, table: Table): Diagnose<Table> {
  const diagnose = diagnosticsOf(table);
  return (slug, span, values, extras) => ({
    ...diagnose(slug, span, values, extras),
    code: `${id}/${slug}`,
  });
}
