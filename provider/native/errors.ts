import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import { Status } from "@pulumi/pulumi/proto/status_pb.js";
import { Any } from "google-protobuf/google/protobuf/any_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { PartialFailure } from "../errors/partialFailure";
import { printedError } from "../errors/printed";
import type { Recorded } from "../lifecycle/record";
import type { Kept } from "./resource";
import { message } from "./values";

/** An error as gRPC carries it. */
export type Failure = Partial<ServiceError>;

/**
 * What the engine reads off an error. A partial failure keeps the resource in state, with what `left` makes of its record, and with
 * `inputs`; of any other it shows the text. `where` names the method, for what is a bug.
 */
export function failureOf(
  error: unknown,
  where: string,
  left?: (record: Recorded<object>) => Kept,
  inputs?: Struct,
): Failure {
  const details = printedError(error, where);
  if (!(error instanceof PartialFailure) || left === undefined) return { code: status.UNKNOWN, details };
  const { properties, secrets } = left(error.record);
  const initFailed = new pb.ErrorResourceInitFailed();
  initFailed.setId(error.id);
  initFailed.setProperties(message(properties, secrets));
  initFailed.setInputs(inputs);
  initFailed.setReasonsList([details]);
  return { code: status.UNKNOWN, details, metadata: detailed(details, initFailed.serializeBinary()) };
}

function detailed(text: string, initFailed: Uint8Array): Metadata {
  const detail = new Any();
  detail.pack(initFailed, "pulumirpc.ErrorResourceInitFailed");
  const whole = new Status();
  whole.setCode(status.UNKNOWN);
  whole.setMessage(text);
  whole.addDetails(detail);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(whole.serializeBinary()));
  return metadata;
}
