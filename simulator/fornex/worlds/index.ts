import type { Worlds } from "../../world";
import type { FornexState } from "../state";
import { DEFAULT } from "./default";
import { SEEDS } from "./seeds";

export const WORLDS: Worlds<FornexState> = { default: DEFAULT, seeds: SEEDS };
