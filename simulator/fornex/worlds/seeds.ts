import type { MergePatch } from "../../json";
import type { FornexState } from "../state";
import { DEFAULT } from "./default";

export const SEEDS: MergePatch<FornexState> = DEFAULT;
