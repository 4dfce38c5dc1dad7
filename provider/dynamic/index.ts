/**
 * The dynamic door: what `__provider` strings in state call. Old stacks refer to this path and to each resource by its name, so
 * both stay as they are across versions.
 */
import "../requireNode";
import { RESOURCES, type resources } from "../registry";
import { door } from "./adapter";
import { environment } from "./environment";

type Doors = { [Name in keyof typeof resources as Capitalize<Name>]: ReturnType<typeof door> };

const doors = Object.fromEntries(RESOURCES.map((resource) => [resource.name, door(resource)])) as Doors;

export = { environment, ...doors };
