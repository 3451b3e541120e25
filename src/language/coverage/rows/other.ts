// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const otherRows: CoverageRows = {
  "regions.name": { model: { says: ["E702", "E718", "E761"] } },
  "regions.role": { k8s: { says: ["W940"] }, "yarn standalone compose": { says: ["W762"] } },
  "regions.priority": { failover: { becomes: ["README.md"] } },
  "regions.data_residency": { model: { says: ["W704"] } },
  "regions.failover.auto_promote": { failover: { says: ["W755"] } },
  "regions.failover.health_check_interval": { failover: { says: ["W755"] } },
  "regions.failover.promotion_delay": { failover: { says: ["W755"] } },
  "failover.primary": { model: { says: ["E761"] } },
  "failover.secondary": { model: { says: ["E761"] } },
  "failover.detection.health_check_interval": { failover: { becomes: ["europe.md"] } },
  "failover.detection.failure_threshold": { failover: { becomes: ["europe.md"] } },
  "failover.detection.recovery_threshold": { failover: { becomes: ["europe.md"] } },
  "failover.promotion.auto_promote": { failover: { becomes: ["europe.md"] } },
  "failover.promotion.promotion_delay": {
    model: { says: ["E750"] },
    failover: { becomes: ["europe.md"] },
  },
  "failover.promotion.notification_channels": { failover: { becomes: ["europe.md"] } },
  "failover.traffic.dns_ttl": { failover: { becomes: ["europe.md"] } },
  "failover.traffic.gradual_switch": {
    model: { says: ["E752"] },
    failover: { becomes: ["europe.md"] },
  },
  "failover.traffic.switch_percentage_per_step": { failover: { becomes: ["europe.md"] } },
  "failover.traffic.step_interval": { failover: { becomes: ["europe.md"] } },
  "accept_warnings.code": { model: { says: ["W754"] } },
  "accept_warnings.path": { model: { says: ["W754"] } },
  "accept_warnings.reason": { "flink-conf k8s": { becomes: ["README.md"] } },
};
