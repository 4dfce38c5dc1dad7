import type { adapter } from "./provider";

/** What the engine calls of one kind of resource. */
export type Adapter = Omit<ReturnType<typeof adapter>, "configure">;
