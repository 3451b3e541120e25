// The rows of `deployment.ci_cd`: the pipeline that rolls out what is generated.
import { from } from "../../build-property.js";
import type { MapType, PropertyType } from "../../property.js";

const module = from("DT");
const ours = from("addition");

const names: PropertyType = { kind: "text" };

const workflow = module.map("What starts the workflow; for github_actions.", {
  on_push: module.map("Start on a push.", {
    branches: module.list("Branches, all when absent.", names),
  }),
  on_pull_request: module.map("Start on a pull request.", {
    types: module.list("Pull request events, such as opened.", names),
  }),
});

const githubJob: MapType = {
  kind: "map",
  properties: {
    environment: module.text("Deployment environment of the job."),
    needs: module.list("Jobs that must pass first.", names),
  },
};

const gitlabJob: MapType = {
  kind: "map",
  properties: {
    stage: module.text("One of the stages."),
    environment: module.text("Deployment environment of the job."),
    when: module.choice("Start rule.", ["on_success", "on_failure", "always", "manual", "never"]),
    only: module.list("Branches the job runs for.", names),
    script: ours.list(
      "Commands of the job; without them a job with an environment deploys.",
      names,
    ),
  },
};

const pathInRepository = {
  pattern: "^(?![/-])(?!(?:.*/)?\\.\\.(?:/|$))[A-Za-z0-9._/\\-]+$",
  form: "a path from the root of the repository, of letters, digits and . _ / -",
};

const pipeline = ours.map("Where the jobs run, and what they find in the repository.", {
  output: ours.text(
    "Folder of the generated files in the repository; out when absent.",
    pathInRepository,
  ),
  source: ours.text(
    "The .infra file in the repository; a job then checks that the committed output is its own.",
    pathInRepository,
  ),
  processes: ours.text(
    "Folder of the process files in the repository, where they are read with source.",
    pathInRepository,
  ),
  runner_labels: ours.list(
    "Labels (github_actions) or tags (gitlab_ci) that a runner of the jobs must have.",
    names,
  ),
  image: ours.text("Container image of the jobs that the file describes; for gitlab_ci."),
  login: ours.list("Commands before a deployment, such as the login at the cluster.", names),
});

const application = module.map("The Argo CD application; required for argocd.", {
  name: module.text("Name of the application.", { required: true }),
  project: module.text("Argo CD project.", { required: true }),
  source: module.map(
    "Git source of the manifests.",
    {
      repo_url: module.text("URL of the Git repository.", {
        required: true,
        pattern: "^((https?|ssh|git)://\\S+|[^\\s@:/]+@[^\\s:/]+:\\S+)$",
        form: "a Git repository URL, such as https://git.example.com/team/repo.git",
      }),
      path: module.text("Folder in the repository.", { required: true }),
      target_revision: module.text("Branch, tag or commit."),
    },
    { required: true },
  ),
  namespace: ours.text("Namespace of Argo CD, where the application is; argocd when absent."),
  destination: ours.map("Cluster and namespace that the application deploys to.", {
    server: ours.text("Address of the API server; the cluster of Argo CD when absent.", {
      pattern: "^https://\\S+$",
      form: "an https address",
    }),
    name: ours.text("Name under which Argo CD knows the cluster, in place of server."),
    namespace: ours.text("Namespace of the objects; deployment.namespace when absent."),
  }),
});

/** Job names of gitlab_ci stand beside the listed keys. */
export const ciCd = module.map(
  "Pipeline to generate.",
  {
    type: module.choice("Pipeline system.", ["github_actions", "gitlab_ci", "argocd"], {
      required: true,
    }),
    workflow,
    jobs: module.free("Jobs as a list of commands or a map; for github_actions.", "job name", {
      kind: "either",
      forms: [{ kind: "list", items: names }, githubJob],
    }),
    stages: module.list("Order of stages; for gitlab_ci.", names),
    application,
    pipeline,
    sync_policy: module.map("How Argo CD applies changes.", {
      automated: module.map("Apply without an operator.", {
        prune: module.boolean("Delete objects that are no longer in Git."),
        self_heal: module.boolean("Undo changes made by hand."),
      }),
      sync_options: module.list("Flags such as CreateNamespace=true.", names),
    }),
  },
  { others: { kind: "free", keys: "job name", values: gitlabJob } },
);
