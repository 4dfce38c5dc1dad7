import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { Service } from "../../../provider/native/server";
import { message, received } from "../../../provider/native/values";
import { asSecret } from "../../../provider/pulumi/secret";

const URN = "urn:pulumi:test::project::vps:index:FornexDnsRecord::www";
let server: grpc.Server;
let client: ResourceProviderClient;

beforeAll(async () => {
  // Of whoever runs this: no credential, so that no hoster is asked.
  for (const name of Object.keys(process.env)) if (/^(VPS|FORNEX|KIWIVM|AIRVPN)_/.test(name)) delete process.env[name];
  server = new grpc.Server();
  server.addService(ResourceProviderService as unknown as grpc.ServiceDefinition, new Service(undefined).handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
});
afterAll(() => {
  client.close();
  server.forceShutdown();
});

/** The answer to one call. */
function asked<Q, R>(
  call: (request: Q, callback: (error: grpc.ServiceError | null, response: R) => void) => unknown,
  request: Q,
): Promise<R> {
  return new Promise((resolve, reject) => {
    call.call(client, request, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

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
