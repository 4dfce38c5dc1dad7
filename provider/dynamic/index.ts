/**
 * The dynamic adapter: what `__provider` strings in state call. Old stacks refer to this path and to each resource by its name, so
 * both stay as they are across versions.
 */
import "../requireNode";
import { RESOURCES, type resources } from "../registry";
import { adapter } from "./adapter";
import { environment } from "./environment";

type Adapters = { [Name in keyof typeof resources as Capitalize<Name>]: ReturnType<typeof adapter> };

const adapters = Object.fromEntries(RESOURCES.map((resource) => [resource.name, adapter(resource)])) as Adapters;

export = { environment, ...adapters };
