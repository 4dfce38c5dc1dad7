#!/usr/bin/env node
import { nodeProblem } from "../provider/node";

const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  // A file of its own: an older Node.js cannot even read it.
  require("./program");
} else {
  process.stderr.write(`pulumi-vps: ${problem}\n`);
  process.exitCode = 1;
}
