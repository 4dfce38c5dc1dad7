/**
 * Imported before all else, since what comes after it cannot even be loaded by an older Node.js. Like `node.ts` it must not use
 * anything newer, nor Pulumi's SDK: which one is there, and whether it can be loaded, is not known.
 */
import { withCode } from "./errors/codes";
import { nodeProblem } from "./node";

class NodeTooOld extends Error {
  constructor(problem: string) {
    super(problem);
    this.stack = problem;
  }

  /** How Pulumi knows the errors of a program that it tells in one line, as a `pulumi.RunError`. */
  get __pulumiRunError(): boolean {
    return true;
  }

  /** Of an error in a provider Pulumi prints `${error}: ${error.stack}`. */
  override toString(): string {
    return "pulumi-vps";
  }
}

const problem = nodeProblem(process.versions.node);
if (problem !== undefined) throw new NodeTooOld(withCode(problem, "node-version"));
