import type { MergePatch } from "../../json";
import type { VpsorgState } from "../state";
import { DEFAULT } from "./default";

export const SEEDS: MergePatch<VpsorgState> = DEFAULT;
