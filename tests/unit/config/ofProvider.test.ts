import { configOf, configProblems } from "../../../provider/config/ofProvider";

test("arguments are text, numbers or objects, as a stack or a program passes them", () => {
  const config = configOf({ timeoutSeconds: 5, kiwivmKeys: { "123456": "private_0123456789" }, fornexApiKey: null });
  expect(config.optional("timeoutSeconds")).toBe(5);
  expect(config.optional("kiwivmKeys")).toEqual({ "123456": "private_0123456789" });
});

test("an argument that is unknown or malformed is named, without its value; none is required", () => {
  expect(configProblems({ version: "1.0.0", pluginDownloadURL: "x" })).toEqual([]);
  const problems = configProblems({ fornexApiKy: "s3cret", timeoutSeconds: "soon" });
  expect(problems).toEqual([
    {
      setting: "fornexApiKy",
      reason: expect.stringContaining("vps:fornexApiKy is no setting of this provider; it has "),
    },
    { setting: "timeoutSeconds", reason: expect.stringContaining("timeoutSeconds") },
  ]);
  expect(JSON.stringify(problems)).not.toContain("s3cret");
});
