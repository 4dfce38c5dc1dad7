import { type Simulator, startSimulator } from "../../simulator";

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of every shape.
  json: any;
}

export interface Asked {
  json?: unknown;
  form?: Record<string, string> | [string, string][];
  headers?: Record<string, string>;
}

/** One request as curl would send it; redirects are not followed. */
export async function send(method: string, url: string, { json, form, headers = {} }: Asked = {}): Promise<Reply> {
  const body = json === undefined ? form && new URLSearchParams(form).toString() : JSON.stringify(json);
  const type = json !== undefined ? "application/json" : "application/x-www-form-urlencoded";
  const response = await fetch(url, {
    method,
    redirect: "manual",
    headers: body === undefined ? headers : { "content-type": type, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** A fresh world for every test of a file, behind one port. */
export function useSimulator() {
  let running: Simulator;
  beforeAll(async () => {
    running = await startSimulator();
  });
  beforeEach(() => running.reset());
  afterAll(() => running.close());

  function ask(base: string, authorization: string) {
    return (method: string, path: string, asked: Asked = {}) =>
      send(method, base + path, { ...asked, headers: { authorization, ...asked.headers } });
  }

  return {
    get simulator() {
      return running;
    },
    get url() {
      return running.url;
    },
    vpsorg: (method: string, path: string, json?: unknown) =>
      ask(`${running.env.VPS_API_URL}`, `Bearer ${running.env.VPS_API_TOKEN}`)(method, path, { json }),
    fornex: (method: string, path: string, json?: unknown, form?: Asked["form"]) =>
      ask(`${running.env.FORNEX_BASE_URL}`, `Api-Key ${running.env.FORNEX_API_KEY}`)(method, path, {
        json,
        ...(form ? { form } : {}),
      }),
    /** Fornex's API version 0.1: the key is a parameter, in the query of GET and in the form of POST. */
    legacy: (method: "GET" | "POST", path: string, fields: Record<string, string> = {}) => {
      const url = `${running.env.FORNEX_BASE_URL}${path}`;
      const all = { ...fields, apikey: running.env.FORNEX_API_KEY ?? "" };
      return method === "GET" ? send("GET", `${url}?${new URLSearchParams(all)}`) : send("POST", url, { form: all });
    },
    /** KiwiVM, by POST form, as the first machine; the body is JSON that calls itself text. */
    kiwivm: async (call: string, fields: Record<string, string> = {}) => {
      const { KIWIVM_VEID = "", KIWIVM_API_KEY = "", KIWIVM_API_URL } = running.env;
      const form = { veid: KIWIVM_VEID, api_key: KIWIVM_API_KEY, ...fields };
      return JSON.parse((await send("POST", `${KIWIVM_API_URL}/${call}`, { form })).text);
    },
    /** AirVPN, by POST form. */
    airvpn: async (service: string, fields: Record<string, string> = {}) => {
      const { AIRVPN_API_KEY = "", AIRVPN_API_URL } = running.env;
      return (await send("POST", `${AIRVPN_API_URL}/${service}/`, { form: { key: AIRVPN_API_KEY, ...fields } })).json;
    },
    admin: (method: string, path: string, json?: unknown) => send(method, `${running.url}/_simulator${path}`, { json }),
  };
}
