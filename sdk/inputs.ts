import type * as pulumi from "@pulumi/pulumi";

/** Arguments as a program may pass them: each a plain value, a promise, or an output of another resource, also inside lists and maps. */
export type Inputs<A> = { [K in keyof A]: pulumi.Input<Inner<A[K]>> };
type Inner<T> = T extends readonly (infer E)[]
  ? pulumi.Input<E>[]
  : T extends Record<string, infer V>
    ? Record<string, pulumi.Input<V>>
    : T;

/** What a resource shows: each argument and output as a Pulumi output. */
export type Outputs<S> = { readonly [K in keyof Required<S>]: pulumi.Output<S[K]> };
