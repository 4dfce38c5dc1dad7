import { checkFields, formFields } from "../../drf";
import { type Answer, type HosterRequest, json } from "../../http";
import type { Moment } from "../moment";
import { keyLinkSchema, sshKeySchema } from "../orderInput";
import * as current from "../sshKeys";
import { keyAnswer, ok } from "./answers";

export function listKeys({ state }: Moment): Answer {
  const keys = Object.entries(state.sshKeys).map(([id, key]) => keyAnswer(id, key));
  return json(200, keys);
}

export function createKey(request: HosterRequest, moment: Moment): Answer {
  const { key, title } = checkFields(sshKeySchema, formFields(request));
  const id = current.addKey(key, storedTitle(key, title, moment), false, moment);
  return json(200, keyAnswer(id, current.findKey(moment.state, id)));
}

/** The seed's example sends the title "test key" and gets back the key's comment, "test@test". */
function storedTitle(key: string, title: string, { state }: Moment): string {
  const comment = key.trim().split(/\s+/).slice(2).join(" ");
  return state.switches.legacyKeyTitle === "comment" && comment !== "" ? comment : title;
}

export function deleteKey(request: HosterRequest, moment: Moment): Answer {
  const { key_pk } = checkFields(keyLinkSchema, formFields(request));
  return ok(current.deleteKey(key_pk, moment));
}

export function listLinkedKeys(orderId: string, { state }: Moment): Answer {
  const keys = current.linkedKeys(orderId, state).map(([id, key]) => keyAnswer(id, key));
  return json(200, keys);
}
