/** Every function, by name. The SDK loads this when a program calls the first of them. */
import { getVpsOrgServer } from "./vpsorg/getVpsOrgServer";

export { callInProgram } from "./program";

export const functions = { getVpsOrgServer };
