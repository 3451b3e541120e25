// What emitted pipelines take from elsewhere, with the version: the one place to change it.

/** An action of GitHub, by the commit of a release. */
export interface PinnedAction {
  /** `owner/name@commit`: a tag could be moved to other code. */
  readonly uses: string;
  /** The release, for the comment beside it, which tools that update pins read. */
  readonly release: string;
}

export const actions = {
  checkout: {
    uses: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
    release: "v7.0.1",
  },
  setupNode: {
    uses: "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020",
    release: "v7.0.0",
  },
} satisfies Record<string, PinnedAction>;

/** The line of Node.js that runs nexgen in a pipeline. */
export const nodeLine = "24";

/** A runner of GitHub that has kubectl and Docker Compose. */
export const githubRunner = "ubuntu-24.04";

/** The container image of the job of GitLab that runs nexgen. */
export const nodeImage = "node:24";
