import type { Worlds } from "../../world";
import type { AirvpnState } from "../state";
import { DEFAULT } from "./default";
import { SEEDS } from "./seeds";

export const WORLDS: Worlds<AirvpnState> = { default: DEFAULT, seeds: SEEDS };
