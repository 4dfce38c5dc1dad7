// The least that a plugin in Node.js can be: a gRPC server with Pulumi's protocol, from node_modules, that answers nothing.
const grpc = require("@grpc/grpc-js");
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb.js");

const server = new grpc.Server();
server.addService(ResourceProviderService, {});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (_error, port) => console.log(port));
