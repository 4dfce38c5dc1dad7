import * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { message, received } from "../../../provider/native/values";
import { asSecret } from "../../../provider/pulumi/secret";
import { type Served, served } from "./served";

const URN = "urn:pulumi:test::project::vps:index:FornexDnsRecord::www";
let plugin: Served;
let client: Served["client"];
let asked: Served["asked"];

beforeAll(async () => {
  // Of whoever runs this: no credential, so that no hoster is asked.
  for (const name of Object.keys(process.env)) if (/^(VPS|FORNEX|KIWIVM|AIRVPN)_/.test(name)) delete process.env[name];
  plugin = await served();
  ({ client, asked } = plugin);
});
afterAll(() => plugin.stop());

function checkRequest(news: object, urn = URN): pb.CheckRequest {
  const request = new pb.CheckRequest();
  request.setUrn(urn);
  request.setNews(message(news));
  return request;
}

test("without a handshake, as an older engine comes, a check without olds answers its inputs with their marks", async () => {
  const news = { domain: "example.com", host: "www", type: "A", value: asSecret("192.0.2.10") };
  const response = await asked<pb.CheckRequest, pb.CheckResponse>(client.check, checkRequest(news));
  // No credential is set here, which the check of a resource says.
  expect(response.getFailuresList().map((one) => one.getReason())).toEqual([
    expect.stringMatching(/vps:fornexApiKey is not set.*\(vps:config\)$/s),
  ]);
  expect(received(response.getInputs()).secrets).toEqual(["value"]);
});

test("a failure names its property only where that cannot be a secret, since the engine prints its value", async () => {
  const news = { domain: "no zone", type: "NOPE", value: asSecret("s3cret") };
  const response = await asked<pb.CheckRequest, pb.CheckResponse>(client.check, checkRequest(news));
  const failures = response.getFailuresList().map((one) => [one.getProperty(), one.getReason()]);
  expect(failures).toContainEqual(["", expect.stringMatching(/^type: must be one of A, AAAA/)]);
  expect(JSON.stringify(failures)).not.toContain("s3cret");
});

test("an unknown type is an error with a text of ours", async () => {
  const urn = URN.replace("FornexDnsRecord", "Nothing");
  await expect(asked(client.check, checkRequest({}, urn))).rejects.toMatchObject({
    details: "This version of the provider has no vps:index:Nothing. (vps:invalid-arguments)",
  });
});

test("a create in a preview calls nothing, and tells what is certain", async () => {
  const request = new pb.CreateRequest();
  request.setUrn(URN);
  request.setPreview(true);
  request.setProperties(message({ domain: "example.com", host: "www", type: "A", value: asSecret("192.0.2.10") }));
  const response = await asked<pb.CreateRequest, pb.CreateResponse>(client.create, request);
  const { values, secrets } = received(response.getProperties());
  expect(values).toMatchObject({ domain: "example.com", host: "www", value: "192.0.2.10" });
  expect(secrets).toEqual(["value"]);
  expect(response.getId()).toBe("");
});

test("a delete is answered when it is done, or has failed", async () => {
  const request = new pb.DeleteRequest();
  request.setUrn(URN);
  request.setId("7");
  const kept = { specified: [], owner: "somebody", account: "some" };
  request.setProperties(message({ domain: "example.com", type: "A", value: "192.0.2.10", __vps: kept }));
  await expect(asked(client.delete, request)).rejects.toMatchObject({
    details: expect.stringMatching(/\(vps:config\)$/),
  });
});

test("a cancel is answered, also when there is nothing to cancel", async () => {
  await expect(asked(client.cancel, new Empty())).resolves.toBeInstanceOf(Empty);
});
