export default {
  testEnvironment: "node",
  // Most of the time goes into waiting for the engine and for servers, so no core is kept free.
  maxWorkers: "100%",
  // For what never ends. The longest scenarios take some seconds, and a machine with other work to do may need ten times as long.
  testTimeout: 300_000,
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "\\.[cm]?[jt]s$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  // p-retry and its one dependency are published as ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!(p-retry|is-network-error)/)"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
};
