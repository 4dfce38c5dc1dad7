import { type Simulator, startSimulator } from "../../../simulator";

/** What the programs of the examples send of their own accord. */
const CLIENTS = {
  curl: { "user-agent": "curl/8.5.0", accept: "*/*" },
  wget: { "user-agent": "Wget/1.21.4", accept: "*/*" },
  python: { "user-agent": "python-requests/2.31.0", accept: "*/*", "accept-encoding": "gzip, deflate" },
  javascript: { "user-agent": "node", accept: "*/*", "accept-language": "*" },
  php: { accept: "*/*" },
};

export type Client = keyof typeof CLIENTS;

/** A request as an example writes it; host and key are the simulator's. `KEY` stands for the key in every value. */
interface Asked {
  readonly method?: string;
  /** Below the hoster's address. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** A form body: urlencoded, or multipart, as PHP's curl makes of an array. */
  readonly form?: Readonly<Record<string, string>>;
  readonly multipart?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

export interface Example extends Asked {
  /** Which programs the example is written for. */
  readonly clients: readonly Client[];
  /** 200 if left out. */
  readonly status?: number;
  /** What the example shows: exact where the world holds it, types elsewhere. */
  readonly answer: unknown;
}

export interface Target {
  /** The address, without a slash at the end. */
  readonly url: (env: Simulator["env"]) => string;
  readonly key: (env: Simulator["env"]) => string;
}

/** Sends every example for every program it is written for, each to a world of its own, and compares the answers. */
export function replay(target: Target, examples: Readonly<Record<string, Example>>): void {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ world: "seeds" });
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  const cases = Object.entries(examples).flatMap(([name, example]) =>
    example.clients.map((client) => [name, client, example] as const),
  );
  test.each(cases)("%s, %s", async (_, client, example) => {
    const { status, text } = await ask(simulator, target, client, example);
    expect(status).toBe(example.status ?? 200);
    expect(parsed(text)).toEqual(example.answer);
  });
}

async function ask({ env }: Simulator, { url, key }: Target, client: Client, asked: Asked) {
  const filled = (fields: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.replace("KEY", key(env))]));
  const query = asked.query ? `?${new URLSearchParams(filled(asked.query))}` : "";
  const body = bodyOf({ ...asked, ...(asked.form && { form: filled(asked.form) }) }, filled(asked.multipart));
  const response = await fetch(`${url(env)}${asked.path}${query}`, {
    method: asked.method ?? (body === undefined ? "GET" : "POST"),
    headers: { ...CLIENTS[client], ...filled(asked.headers) },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, text: await response.text() };
}

function bodyOf({ json, form, multipart }: Asked, parts: Readonly<Record<string, string>>) {
  if (json !== undefined) return JSON.stringify(json);
  if (form) return new URLSearchParams(form);
  if (!multipart) return undefined;
  const data = new FormData();
  for (const [name, value] of Object.entries(parts)) data.append(name, value);
  return data;
}

/** JSON, or the text itself: one hoster calls its JSON text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
