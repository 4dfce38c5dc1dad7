import { send, useSimulator } from "./support";

const world = useSimulator();

async function ask(service: string, format: string, fields: Record<string, string> = {}) {
  const { AIRVPN_API_URL, AIRVPN_API_KEY = "" } = world.simulator.env;
  const form = { key: AIRVPN_API_KEY, format, ...fields };
  const { status, text, headers } = await send("POST", `${AIRVPN_API_URL}/${service}/`, { form });
  expect(status).toBe(200);
  return { text, type: headers.get("content-type") };
}

test("json is what comes without a format, and with one that does not exist", async () => {
  const ok = { text: '{"sessions_disconnected":0,"result":"ok"}', type: "application/json" };
  for (const format of ["json", "", "yaml"]) expect(await ask("disconnect", format, { server: "none" })).toEqual(ok);
});

test("xml", async () => {
  world.simulator.patch({ airvpn: { user: { login: "a<b & c>" }, sessions: { "1": { device_description: null } } } });
  const { text, type } = await ask("userinfo", "xml");
  expect(type).toBe("text/xml");
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<root><user><login>a&#60;b &#38; c&#62;<\/login>/);
  expect(text).toContain("<premium>1</premium>");
  expect(text).toContain("<sessions><item><device_name>laptop</device_name><device_description></device_description>");
  expect(text).toMatch(/<result>ok<\/result><\/root>\n$/);
});

test("php", async () => {
  world.simulator.patch({ airvpn: { user: { login: "Jürgen", credits: 1.5 } } });
  const { text } = await ask("userinfo", "php");
  expect(text).toMatch(/^a:4:\{s:4:"user";a:\d+:\{s:5:"login";s:7:"Jürgen";s:13:"register_unix";i:1580551200;/);
  expect(text).toContain('s:7:"premium";b:1;');
  expect(text).toContain('s:7:"credits";d:1.5;');
  expect(text).toContain('s:6:"credit";a:0:{}');
  expect(text).toContain('s:8:"sessions";a:2:{i:0;a:');
  expect(text).toContain('s:18:"device_description";N;');
  expect(text).toMatch(/s:6:"result";s:2:"ok";\}$/);
});

test("text", async () => {
  const rows = (await ask("userinfo", "text")).text.split("\n");
  expect(rows).toContain("user.login=member");
  expect(rows).toContain("user.premium=1");
  expect(rows).toContain("sessions.1.device_description=At home");
  expect(rows).toContain("sessions.0.device_description=");
  expect(rows.at(-1)).toBe("result=ok");
});

test.each([
  ["xml", '<?xml version="1.0" encoding="UTF-8"?>\n<root><error>Not authorized</error></root>\n'],
  ["php", 'a:1:{s:5:"error";s:14:"Not authorized";}'],
  ["text", "error=Not authorized"],
])("errors in %s", async (format, text) => {
  expect((await ask("userinfo", format, { key: "wrong" })).text).toBe(text);
});
