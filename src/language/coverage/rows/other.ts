// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const otherRows: CoverageRows = {
  "regions.name": { model: { says: ["E702", "E718"] } },
  "regions.role": { k8s: { says: ["W940"] }, "yarn standalone compose": { says: ["W762"] } },
  "regions.priority": { model: { says: ["W755"] } },
  "regions.data_residency": { model: { says: ["W704"] } },
  "regions.failover.auto_promote": { model: { says: ["W755"] } },
  "regions.failover.health_check_interval": { model: { says: ["W755"] } },
  "regions.failover.promotion_delay": { model: { says: ["W755"] } },
  "failover.primary": { model: { says: ["E761"] } },
  "failover.secondary": { model: { says: ["E761"] } },
  "failover.detection.health_check_interval": { model: { whole: "", says: ["W753"] } },
  "failover.detection.failure_threshold": { model: { whole: "", says: ["W753"] } },
  "failover.detection.recovery_threshold": { model: { whole: "", says: ["W753"] } },
  "failover.promotion.auto_promote": { model: { says: ["E750"] } },
  "failover.promotion.promotion_delay": { model: { whole: "", says: ["W753"] } },
  "failover.promotion.notification_channels": { model: { whole: "", says: ["W753"] } },
  "failover.traffic.dns_ttl": { model: { whole: "", says: ["W753"] } },
  "failover.traffic.gradual_switch": { model: { whole: "", says: ["W753"] } },
  "failover.traffic.switch_percentage_per_step": { model: { whole: "", says: ["W753"] } },
  "failover.traffic.step_interval": { model: { whole: "", says: ["W753"] } },
  "accept_warnings.code": { model: { says: ["W754"] } },
  "accept_warnings.path": { model: { says: ["W754"] } },
  "accept_warnings.reason": { "flink-conf k8s": { becomes: ["README.md"] } },
};
