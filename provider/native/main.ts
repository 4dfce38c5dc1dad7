/** What the launchers in plugin/ start. Readable by an old Node.js, so that it can say that it is too old. */
import { withCode } from "../errors/codes";
import { nodeProblem } from "../node";

const problem = nodeProblem(process.versions.node);
if (problem === undefined) start();
else {
  // The engine shows the last lines of stderr below its own; what went to stdout would be lost.
  process.stderr.write(`${withCode(problem, "node-version")}\n`);
  process.exit(1);
}

function start(): void {
  const { serve } = require("./server") as typeof import("./server");
  const [, , engineAddress] = process.argv;
  const service = serve(engineAddress);
  const leave = () => process.exit(0);
  process.on("SIGINT", leave);
  process.on("SIGTERM", leave);
  // The engine is gone. Whoever is attached to has no engine behind its stdin.
  if (engineAddress !== undefined) process.stdin.on("end", () => void service.idle().then(leave)).resume();
}
