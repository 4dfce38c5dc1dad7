import { Problem } from "../engine/problem.mts";
import { command } from "./say.mts";

/** A call as a person would make it with curl; `$NAME` stands for a variable of the environment. */
export interface Call {
  method: "POST" | "PUT" | "DELETE";
  url: string;
  /** The credential, where it is a header. */
  authorization?: string;
  json?: object;
  form?: Record<string, string>;
}

/** Makes the call, and shows it with the names in place of the values. */
export async function curl(call: Call, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { method, url, authorization, json, form = {} } = call;
  const filled = (text: string) => text.replace(/\$(\w+)/g, (_match, name: string) => env[name] ?? "");
  const data = json ? [JSON.stringify(json)] : Object.entries(form).map(([name, value]) => `${name}=${value}`);
  command(
    [
      `curl -X ${method} "${url}"`,
      ...(authorization ? [`-H "Authorization: ${authorization}"`] : []),
      ...(json ? ['-H "Content-Type: application/json"'] : []),
      ...(data.length > 0 ? [data.map((one) => (json ? `-d '${one}'` : `-d "${one}"`)).join(" ")] : []),
    ].join(" \\\n    "),
  );
  const response = await fetch(filled(url), {
    method,
    headers: {
      ...(authorization ? { authorization: filled(authorization) } : {}),
      ...(json ? { "content-type": "application/json" } : {}),
    },
    ...(json ? { body: JSON.stringify(json) } : {}),
    ...(call.form
      ? { body: new URLSearchParams(data.map((one) => filled(one).split("=", 2) as [string, string])) }
      : {}),
  });
  const answer = await response.text();
  // KiwiVM answers 200 whatever happens, with a number of its own.
  const refused = !response.ok || (call.form && !/"error":\s*0/.test(answer));
  if (refused) throw new Problem(`${method} ${url} answered ${response.status}: ${answer}`);
}
