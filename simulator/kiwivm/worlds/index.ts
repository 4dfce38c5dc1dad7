import type { Worlds } from "../../world";
import type { KiwivmState } from "../state";
import { DEFAULT } from "./default";
import { SEEDS } from "./seeds";

export const WORLDS: Worlds<KiwivmState> = { default: DEFAULT, seeds: SEEDS };
