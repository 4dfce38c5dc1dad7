import { z } from "zod";
import { defineFunction, type NoArguments } from "../contract";
import { type FornexSshKeyInfo, sshKeyInfo } from "./sshKeyInfo";

/** The SSH public keys of the Fornex account (`GET /ssh_keys/`). */
export interface GetSshKeysResult {
  /** All keys of the account. */
  keys: FornexSshKeyInfo[];
}

/** Endpoint: GET /ssh_keys/, in both API versions. */
export const getSshKeys = defineFunction<NoArguments, GetSshKeysResult>({
  name: "getSshKeys",
  hoster: "fornex",
  schema: z.object({}),
  get: async (_none, cx) => {
    const keys = await cx.hosters.fornex.client.reads.sshKeys();
    return { keys: keys.map(sshKeyInfo) };
  },
});
