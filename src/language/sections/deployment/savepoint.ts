// The rows of `deployment.savepoint`: savepoints around upgrades and on a schedule.
import { from } from "../../build-property.js";
import { storageSchemes } from "../storage-schemes.js";

const module = from("DT");

export const savepoint = module.map("Savepoints around upgrades and on a schedule.", {
  auto_savepoint: module.boolean("Take a savepoint on upgrade and stop."),
  directory: module.location(
    "URI of the folder for savepoints; required when automatic or periodic.",
    storageSchemes,
  ),
  restore: module.map("A savepoint to start from.", {
    path: module.location("URI of the savepoint; required with restore.", storageSchemes),
    allow_non_restored: module.boolean("Accept saved state that no operator claims any more."),
  }),
  periodic: module.map("Scheduled savepoints.", {
    enabled: module.boolean("Take savepoints on a schedule."),
    interval: module.duration("Time between two savepoints; required when enabled."),
    retention: module.map("Which old savepoints are kept.", {
      count: module.integer("How many are kept.", { minimum: 1 }),
    }),
  }),
});
