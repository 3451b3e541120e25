import { expect, test } from "vitest";
import {
  containerBindings,
  reservedJvmFlag,
  shippedDefaults,
  shippedJavaOptions,
} from "../../../src/targets/flink/java-options.js";
import { flinkLines } from "../../../src/targets/flink/lines.js";
import { optionOf } from "../../../src/targets/flink/options/known-option.js";

test.each([
  ["-Xmx4g", "-Xmx"],
  ["-Xms512m", "-Xms"],
  ["-XX:MaxHeapSize=4g", "-Xmx"],
  ["-XX:InitialHeapSize=4g", "-Xms"],
  ["-XX:MaxDirectMemorySize=1g", "-XX:MaxDirectMemorySize"],
  [" -XX:MaxMetaspaceSize=256m", "-XX:MaxMetaspaceSize"],
  ["-XX:MetaspaceSize=128m", null],
  ["-XX:+UseG1GC", null],
  ["-Xss1m", null],
  ["-XX:MaxDirectMemorySizeX", null],
])("%j sets %j", (option, flag) => {
  expect(reservedJvmFlag(option)).toBe(flag);
});

test("1.17 ships no Java options, 1.18 to 2.0 twenty, later ones nineteen", () => {
  expect(shippedJavaOptions("1.17")).toEqual([]);
  for (const line of ["1.18", "1.19", "1.20", "2.0"] as const) {
    expect(shippedJavaOptions(line)).toHaveLength(20);
    expect(shippedJavaOptions(line)[0]).toBe("--add-exports=java.base/sun.net.util=ALL-UNNAMED");
  }
  for (const line of ["2.1", "2.2", "2.3"] as const) {
    expect(shippedJavaOptions(line)).toHaveLength(19);
    expect(shippedJavaOptions(line)[0]).toBe("--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED");
  }
  expect(shippedJavaOptions("2.3")).toContain("--add-opens=java.base/java.util=ALL-UNNAMED");
});

test("every default is an option of its line", () => {
  for (const line of flinkLines) {
    for (const key of [...shippedDefaults(line).keys(), ...containerBindings.keys()]) {
      expect(optionOf(key, line), `${key} ${line}`).not.toBeNull();
    }
  }
  expect(shippedDefaults("1.19").has("rest.bind-address")).toBe(true);
  expect(shippedDefaults("1.20").has("rest.bind-address")).toBe(false);
  expect(containerBindings.has("taskmanager.host")).toBe(false);
});
