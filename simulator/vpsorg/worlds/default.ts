import type { MergePatch } from "../../json";
import type { VpsorgState } from "../state";

/** An account without servers, whose token may do everything. */
export const DEFAULT: MergePatch<VpsorgState> = {
  account: {
    email: "john@example.com",
    first_name: "John",
    last_name: "Doe",
    company_name: "Acme Inc.",
    created_at: "2024-06-15",
    credit: 5000,
  },
};
