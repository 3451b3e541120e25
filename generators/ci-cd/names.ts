// Rules of names in pipelines, each as a check in words that follow the name: null when nothing is wrong.
// Names are inert by these rules: none can hold an expression or a variable that a server would expand.
import { nearestName } from "../../src/language/nearest-name.js";
import type { NameProblem } from "../../src/targets/kubernetes/names.js";

/** The job that checks the committed output. */
export const checkJobName = "nexgen-check";

function shape(text: string, longest: number, pattern: RegExp, form: string): NameProblem {
  if (text.length > longest) {
    return `must have at most ${longest} characters (it has ${text.length})`;
  }
  return pattern.test(text) ? null : `must ${form}`;
}

/** Key below `jobs` of a workflow. */
export function checkGithubJob(name: string): NameProblem {
  if (name === checkJobName) return "is the job that checks the committed output";
  const form = 'begin with a letter or "_" and hold only letters, digits, "-" and "_"';
  return shape(name, 100, /^[A-Za-z_][A-Za-z0-9_-]*$/u, form);
}

/** Environment of GitHub or GitLab, which both would expand expressions and variables in. */
export function checkEnvironment(name: string): NameProblem {
  const form =
    'hold only letters, digits, blanks, "_", "-", "." and "/", and begin and end with a letter or digit';
  return shape(name, 255, /^[A-Za-z0-9](?:[A-Za-z0-9 ._/-]*[A-Za-z0-9])?$/u, form);
}

/** Label or tag of a runner. */
export function checkRunnerLabel(label: string): NameProblem {
  const form = 'hold only letters, digits, blanks, "_", "-", "." and ":"';
  return shape(label, 255, /^[A-Za-z0-9](?:[A-Za-z0-9 ._:-]*[A-Za-z0-9])?$/u, form);
}

export function checkImage(image: string): NameProblem {
  const form = "be the name of a container image, without variables";
  return shape(image, 500, /^[a-z0-9][A-Za-z0-9._:/@-]*$/u, form);
}

/** A pattern of branches of GitHub. */
export function checkBranchPattern(branch: string): NameProblem {
  const form = "be the name of a branch, or a pattern with * and **";
  return shape(branch, 255, /^[^\s"'$\\{}<>|^~:\p{C}]+$/u, form);
}

const pullRequestEvents = (
  "assigned unassigned labeled unlabeled opened edited closed reopened synchronize converted_to_draft " +
  "locked unlocked enqueued dequeued milestoned demilestoned ready_for_review review_requested " +
  "review_request_removed auto_merge_enabled auto_merge_disabled"
).split(" ");

/** Activity of a pull request. */
export function checkPullRequestEvent(event: string): NameProblem {
  if (pullRequestEvents.includes(event)) return null;
  const nearest = nearestName(event, pullRequestEvents);
  const hint = nearest === null ? "" : ` such as ${nearest}`;
  return `must be an activity that GitHub knows for pull requests,${hint === "" ? " such as opened" : hint}`;
}

// https://docs.gitlab.com/ci/yaml/: keywords of the top level, and names that no job can have.
const gitlabKeywords: ReadonlySet<string> = new Set(
  (
    "image services stages types before_script after_script variables cache include default workflow " +
    "pages pages:deploy spec true false nil"
  ).split(" "),
);

/** A job of GitLab. */
export function checkGitlabJob(name: string): NameProblem {
  if (name === checkJobName) return "is the job that checks the committed output";
  if (gitlabKeywords.has(name))
    return "is a word of GitLab's own, which no job can have as its name";
  if (name.startsWith(".")) return 'must not begin with ".": GitLab hides such jobs';
  return checkGitlabText(name);
}

/** A stage of GitLab. */
export function checkGitlabText(text: string): NameProblem {
  return shape(text, 255, /^[^\p{C}$]+$/u, "hold no control character and no $");
}

/** Kinds of references that GitLab's own words in `only` stand for, as conditions of `rules`. */
const refKinds: Readonly<Record<string, string>> = {
  branches: "$CI_COMMIT_BRANCH",
  tags: "$CI_COMMIT_TAG",
  merge_requests: '$CI_PIPELINE_SOURCE == "merge_request_event"',
  schedules: '$CI_PIPELINE_SOURCE == "schedule"',
  web: '$CI_PIPELINE_SOURCE == "web"',
};

/** An item of `only` as a condition, or what is wrong with it. */
export function ruleOf(
  ref: string,
): { readonly condition: string } | { readonly problem: NonNullable<NameProblem> } {
  const kind = Object.hasOwn(refKinds, ref) ? refKinds[ref] : undefined;
  if (kind !== undefined) return { condition: kind };
  if (/^\/[^/\s"'$\p{C}]+\$?\/i?$/u.test(ref)) return { condition: `$CI_COMMIT_BRANCH =~ ${ref}` };
  if (/^[A-Za-z0-9_.][A-Za-z0-9_./@#+-]*$/u.test(ref)) {
    return { condition: `$CI_COMMIT_BRANCH == "${ref}"` };
  }
  return { problem: 'must be the name of a branch, or a regular expression such as "/^release-/"' };
}

const syncOptions = (
  "ApplyOutOfSyncOnly ClientSideApplyMigration CreateNamespace Delete FailOnSharedResource Force " +
  "Prune PruneLast PrunePropagationPolicy Replace RespectIgnoreDifferences ServerSideApply " +
  "SkipDryRunOnMissingResource Validate"
).split(" ");

/** A flag of Argo CD. */
export function checkSyncOption(option: string): NameProblem {
  const name = /^([A-Za-z]+)=[A-Za-z]+$/u.exec(option)?.[1];
  if (name === undefined) return "must have the form Name=value";
  if (syncOptions.includes(name)) return null;
  const nearest = nearestName(name, syncOptions);
  return `must be a flag that Argo CD knows${nearest === null ? "" : `, such as ${nearest}`}`;
}
