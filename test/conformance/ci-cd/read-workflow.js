// Prints what GitHub's own parser reads of the workflow that it is named: errors, or jobs with steps.
import { readFileSync } from "node:fs";
import {
  NoOperationTraceWriter,
  convertWorkflowTemplate,
  parseWorkflow,
} from "@actions/workflow-parser";

const [, , path] = process.argv;

async function read() {
  const file = { name: path, content: readFileSync(path, "utf8") };
  const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
  const template = value === undefined ? {} : await convertWorkflowTemplate(context, value);
  const errors = context.errors.getErrors().map(({ message }) => message);
  process.stdout.write(JSON.stringify({ errors, ...template }));
}

void read();
