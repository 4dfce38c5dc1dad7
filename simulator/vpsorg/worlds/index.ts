import type { Worlds } from "../../world";
import type { VpsorgState } from "../state";
import { DEFAULT } from "./default";
import { SEEDS } from "./seeds";

export const WORLDS: Worlds<VpsorgState> = { default: DEFAULT, seeds: SEEDS };
