import type { MergePatch } from "../../json";
import type { AirvpnState } from "../state";
import { DEFAULT } from "./default";

/** The seed names no member, server or session [S0]: nothing to add. */
export const SEEDS: MergePatch<AirvpnState> = DEFAULT;
