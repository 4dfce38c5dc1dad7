import type { MergePatch } from "../../json";
import type { KiwivmState } from "../state";
import { DEFAULT } from "./default";

export const SEEDS: MergePatch<KiwivmState> = DEFAULT;
