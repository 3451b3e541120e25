// Rules that need the whole model: references between bindings, and conditions between properties.
import type { Report } from "../diagnostics/diagnostic.js";
import type { InfraModel } from "./infra-model.js";
import type { Origins } from "./origins.js";

/** Reports what the whole contradicts (E752 to E754). */
export function checkRules(_model: InfraModel, _origins: Origins, _report: Report): void {}
