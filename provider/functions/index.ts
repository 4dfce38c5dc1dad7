/** What the SDK loads when a program calls its first function. */
export { functions } from "../registry";
export { callInProgram } from "./program";
