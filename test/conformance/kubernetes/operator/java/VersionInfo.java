// Stands before the class of the operator's Kubernetes client, which refuses what newer servers tell
// of themselves. Asked for where a FlinkDeployment has an ingress.
package io.fabric8.kubernetes.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Date;

@JsonIgnoreProperties(ignoreUnknown = true)
public class VersionInfo {
  @JsonProperty private String gitCommit;
  @JsonProperty private String gitVersion;
  @JsonProperty private String major;
  @JsonProperty private String minor;
  @JsonProperty private String gitTreeState;
  @JsonProperty private String platform;
  @JsonProperty private String goVersion;
  @JsonProperty private String compiler;

  public Date getBuildDate() {
    return null;
  }

  public String getGitCommit() {
    return gitCommit;
  }

  public String getGitVersion() {
    return gitVersion;
  }

  public String getMajor() {
    return major;
  }

  public String getMinor() {
    return minor;
  }

  public String getGitTreeState() {
    return gitTreeState;
  }

  public String getPlatform() {
    return platform;
  }

  public String getGoVersion() {
    return goVersion;
  }

  public String getCompiler() {
    return compiler;
  }
}
