import { VpsError } from "./vpsError";

/** An action was carried out, and ended badly by its own account. Carries the outputs all the same. */
export class ActionFailed extends VpsError {
  override readonly name = "ActionFailed";
  readonly outputs: object;

  constructor(message: string, outputs: object) {
    super("ended", message);
    this.outputs = outputs;
  }
}
