/** Loaded by `node --require`: makes the process take itself for an older Node.js. */
const versions = { ...process.versions, node: "20.20.2" };
Object.defineProperty(process, "versions", { value: versions });
Object.defineProperty(process, "version", { value: `v${versions.node}` });
