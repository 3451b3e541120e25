// Stands before the operator's own enum, which ends at 1.19: an unknown value of any FlinkDeployment
// would stop the operator.
package org.apache.flink.kubernetes.operator.api.spec;

public enum FlinkVersion {
  v1_13,
  v1_14,
  v1_15,
  v1_16,
  v1_17,
  v1_18,
  v1_19,
  v1_20,
  v2_0,
  v2_1,
  v2_2,
  v2_3;

  public boolean isNewerVersionThan(FlinkVersion other) {
    return ordinal() > other.ordinal();
  }

  /** The one that the operator was built for, whatever was added here. */
  public static FlinkVersion current() {
    return v1_19;
  }

  public static boolean isSupported(FlinkVersion version) {
    return version != null && version.isNewerVersionThan(v1_14);
  }
}
