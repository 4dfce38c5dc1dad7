/**
 * The dynamic adapter: what `__provider` strings in state call. Old stacks refer to this path and to each resource by its name, so
 * both stay as they are across versions.
 */
import "../requireNode";
import { setFlagsFromString } from "node:v8";
import { RESOURCES, type resources } from "../registry";
import { adapter } from "./adapter";
import { environment } from "./environment";

/*
 * V8 doubles its young space as long as things survive there, up to twice 64 MB on a machine that has much memory, and then leaves garbage
 * for long. A provider of 10,000 records takes 60 MB this way and 210 without, at the same speed (`npm run bench:scale`). It bears on
 * how the heap grows from now on, and on nothing else.
 */
setFlagsFromString("--semi-space-growth-factor=1");

type Adapters = { [Name in keyof typeof resources as Capitalize<Name>]: ReturnType<typeof adapter> };

const adapters = Object.fromEntries(RESOURCES.map((resource) => [resource.name, adapter(resource)])) as Adapters;

export = { environment, ...adapters };
