#!/usr/bin/env node
import { withCode } from "../provider/errors/codes";
import { nodeProblem } from "../provider/node";

const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  // A file of its own: an older Node.js cannot even read it.
  require("./program");
} else {
  process.stderr.write(`pulumi-vps: ${withCode(problem, "node-version")}\n`);
  process.exitCode = 1;
}
