export interface Plan {
  readonly name: string;
  readonly vcpus: number;
  /** MB [vpsorg.md 3, inferred] */
  readonly memory: number;
  /** GB [vpsorg.md 3, inferred] */
  readonly storage: number;
  /** GB [vpsorg.md 3, inferred] */
  readonly bandwidth: number;
  readonly priceMonthly: number;
}

/** Ids 1 and 2 as in [S4]; the plans page numbers them otherwise [vpsorg.md 6]. Prices but the Starter's are invented. */
export const PLANS: ReadonlyMap<number, Plan> = new Map([
  [1, { name: "Standard VPS", vcpus: 2, memory: 4096, storage: 80, bandwidth: 2048, priceMonthly: 10 }],
  [2, { name: "Performance VPS", vcpus: 4, memory: 8192, storage: 160, bandwidth: 4096, priceMonthly: 20 }],
  [3, { name: "Starter VPS", vcpus: 1, memory: 2048, storage: 40, bandwidth: 1024, priceMonthly: 5 }],
  [4, { name: "Business VPS", vcpus: 8, memory: 16384, storage: 320, bandwidth: 8192, priceMonthly: 40 }],
]);

/** Ids 3 and 5 as in [S4]; the others are invented. */
export const SYSTEMS: ReadonlyMap<number, string> = new Map([
  [1, "AlmaLinux 9"],
  [2, "Debian 11"],
  [3, "Debian 12"],
  [4, "Rocky Linux 9"],
  [5, "Ubuntu 22.04 LTS"],
  [6, "Ubuntu 24.04 LTS"],
]);

/** [vpsorg.md 6, 9] */
export const LOCATIONS: ReadonlySet<string> = new Set(["us-west", "us-east", "eu-central"]);
