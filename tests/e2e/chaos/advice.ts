/** What the end of a command advises to do next. */
export interface Advice {
  /** Names of the resources that exist already, with their ids. */
  adopt: Map<string, string[]>;
  /** Names of the resources that may exist; the hoster's panel tells. */
  look: string[];
  /** The stack is locked by a command that was killed. */
  cancel: boolean;
}

/** Reads what a person would read: the errors of each resource, and what they say is to be done. */
export function adviceIn(output: string): Advice {
  const advice: Advice = { adopt: new Map(), look: [], cancel: /run `pulumi cancel`|pulumi cancel/.test(output) };
  const [, diagnostics = ""] = output.split(/^Diagnostics:$/m);
  for (const [, name = "", said = ""] of diagnostics.matchAll(
    /^ {2}\S+ \((\S+)\):\n([\s\S]*?)(?=^ {2}\S+ \(|^\S|$(?![\s\S]))/gm,
  )) {
    const ids = /exists already: id (.+?)\. Nothing was created/.exec(said)?.[1];
    if (ids !== undefined) advice.adopt.set(name, ids.split(", "));
    else if (said.includes("Look at the hoster's panel")) advice.look.push(name);
  }
  return advice;
}
