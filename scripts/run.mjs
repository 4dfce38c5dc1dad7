/**
 * Runs one of the TypeScript programs in this folder: `node scripts/run.mjs demo [argument …]`. Installs the dependencies
 * first where that is needed, Node 24 among them, and starts the program with that Node. (One npm script for both: a
 * `pre…` script would be left out by an npm with ignore-scripts, and a shell remembers the older `node` it has found.)
 *
 * Syntax that a Node older than 18 stumbles over stays out of this file, so that it gets as far as the message.
 */
const major = Number(process.versions.node.split(".")[0]);
if (major < 18) {
  console.error(`\nNode 18 or newer is needed to start, found v${process.versions.node}: https://nodejs.org\n`);
  process.exit(1);
}

import("./dependencies.mjs")
  .then((dependencies) => dependencies.runWithDependencies(process.argv[2], process.argv.slice(3)))
  .catch((error) => {
    console.error(error.isProblem ? `\n${error.message}\n` : error);
    process.exit(1);
  });
