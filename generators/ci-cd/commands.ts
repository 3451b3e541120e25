// Commands that people wrote. They are emitted as they are: what would be more than a command, or
// hold a credential, is refused. Must not change a command.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { nodeSpan } from "../../src/document/node.js";
import { holdsCredential } from "../../src/language/credential-text.js";
import { hasUserInfo } from "../../src/language/sensitive-keys.js";
import type { Span } from "../../src/source/source-file.js";
import { pathOf, type Context } from "./context.js";

// What no outsider chooses: GitHub puts the value into the command before a shell reads it, so a branch
// named `$(…)` or the title of a pull request would be run.
const trusted =
  /^(?:(?:secrets|vars)\.[A-Za-z_][A-Za-z0-9_]*|github\.(?:sha|repository|repository_owner|run_id|run_number|run_attempt|job)|runner\.(?:os|arch|temp|tool_cache))$/u;

const help =
  "Allowed are secrets.NAME, vars.NAME, github.sha, github.repository, github.run_id, github.run_number, runner.os and runner.temp; a shell reads the rest from its variables, such as $GITHUB_REF_NAME.";

/** Reports E714, E934, and for GitHub E768, for the list at `owner[key]`, each at its item. */
export function checkCommands(
  context: Context,
  commands: readonly string[],
  [owner, key]: readonly [owner: object, key: string],
): void {
  const property = pathOf(context, owner, key);
  if (commands.length === 0) reportEmpty(context, property, context.origins.span(owner, key));
  for (const [index, command] of commands.entries()) {
    const span = itemPlace(context, owner, key, index);
    if (command.trim() === "") reportEmpty(context, property, span);
    if (hasLiteralCredential(command)) {
      const advice =
        context.ciCd.type === "github_actions"
          ? "Keep it as a secret of the repository: $${{ secrets.NAME }}."
          : "Keep it as a masked variable of the project: $NAME.";
      context.report(diagnose("E714", span, { property }, { help: advice }));
    }
    if (context.ciCd.type !== "github_actions") continue;
    for (const expression of expressionsIn(command)) {
      const problem = problemOf(expression);
      if (problem === null) continue;
      context.report(diagnose("E768", span, { property, expression, problem }, { help }));
    }
  }
}

function reportEmpty(context: Context, property: string, span: Span | null): void {
  const what = `command of ${property}`;
  context.report(diagnose("E934", span, { text: "", what, problem: "must not be empty" }));
}

/** The place of one item; of a single value, or of one that a default gave, that of the whole. */
function itemPlace(context: Context, owner: object, key: string, index: number): Span | null {
  const value = context.origins.of(owner, key)?.entry?.value;
  const item = value?.kind === "list" ? value.items[index] : undefined;
  return item === undefined ? context.origins.span(owner, key) : nodeSpan(item);
}

/** A credential among the words, or a login in one of them; what a shell or GitHub fills in is none. */
function hasLiteralCredential(command: string): boolean {
  if (holdsCredential(command.replace(/\$\{\{[^}]*\}\}/gu, "$$filled").replace(/["']/gu, ""))) {
    return true;
  }
  const written = command.replace(/\$\{\{[^}]*\}\}|\$\{[^}]*\}|\$\([^)]*\)|\$\w+|["']/gu, "");
  return written.split(/\s+/u).some((word) => hasUserInfo(word));
}

/** From each `${{` to its `}}`, or to the end. */
function expressionsIn(command: string): readonly string[] {
  return command.match(/\$\{\{(?:(?!\}\})[^])*(?:\}\})?/gu) ?? [];
}

function problemOf(expression: string): string | null {
  if (!expression.endsWith("}}")) return "it has no end";
  const body = expression.slice(3, -2).trim();
  return trusted.test(body)
    ? null
    : "its value becomes part of the command, and others may choose it";
}
