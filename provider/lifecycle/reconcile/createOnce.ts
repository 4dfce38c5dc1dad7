import { isAmbiguous } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import { isOver, pause } from "../../operation";
import type { Resource } from "../contract";
import type { Context } from "../runtime/context";
import type { Listed } from "../runtime/listing";
import { listed } from "./listed";

const LOOKS = 3;
const NOT_LOOKED_FOR =
  "It was not looked for, since the operation was cancelled. The next run looks before it creates anything.";
/** All looks after an unclear answer together take no longer. */
const LONGEST_IN_ALL_SECONDS = 10;

/**
 * Sends the call that creates. When the answer leaves open whether it was carried out, looks for the object: exactly one
 * that the earlier list lacked is ours. If there is none, what costs nothing is sent once more; what costs money stops.
 */
export async function createOnce<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: A,
  before: Listed<O>,
  cx: Context,
  pollSeconds: number,
): Promise<O> {
  const tries = resource.costs === "money" ? 1 : 2;
  let unclear: unknown;
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      return await resource.create(args, cx);
    } catch (error) {
      if (!isAmbiguous(error)) throw error;
      unclear = error;
    }
    if (isOver()) throw unclearCreate(resource, unclear, NOT_LOOKED_FOR);
    cx.report("no clear answer; checking whether it was created");
    const found = await lookAgain(resource, args, before, cx, pollSeconds, unclear);
    if (found) return found;
  }
  throw unclearCreate(resource, unclear, "The hoster does not list it now, but it may appear later.");
}

async function lookAgain<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: A,
  before: Listed<O>,
  cx: Context,
  pollSeconds: number,
  unclear: unknown,
): Promise<O | undefined> {
  for (let look = 1; look <= LOOKS; look++) {
    if (look > 1) await pause(Math.min(pollSeconds, LONGEST_IN_ALL_SECONDS / LOOKS));
    const now = await listed(resource, args, cx, true).catch((cause: unknown) => {
      throw unclearCreate(resource, unclear, `It could not be looked up either: ${messageOf(cause)}`);
    });
    const found = now
      .by(resource.keysOf, resource.naturalKey(args))
      .filter((object) => before.byId(resource.idOf(object)) === undefined);
    if (found.length > 1) {
      throw unclearCreate(
        resource,
        unclear,
        `Several new objects match (ids ${found.map(resource.idOf).join(", ")}), so which one this run created is unknown.`,
      );
    }
    if (found[0]) return found[0];
  }
  return undefined;
}

function unclearCreate(
  resource: { name: string; costs: "money" | "nothing"; arguments: object },
  unclear: unknown,
  whatIsKnown: string,
): VpsError {
  const money = resource.costs === "money" ? " The request was not repeated, since it costs money." : "";
  const nextStep =
    "adopt" in resource.arguments
      ? `Look at the hoster's panel. If the object is there, adopt it with adopt: "<id>". Otherwise run \`pulumi up\` again.`
      : "Run `pulumi up` again.";
  return new VpsError(
    "ambiguous-create",
    `${messageOf(unclear)} Whether the ${resource.name} was created is unknown. ${whatIsKnown}${money} ${nextStep}`,
    { cause: unclear },
  );
}
