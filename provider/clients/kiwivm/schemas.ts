import { z } from "zod";

/** PHP shows numbers as numbers or as text. */
export const looseNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

/** PHP shows true as true, 1 or "1", and false in as many ways. */
const looseBoolean = z
  .union([z.boolean(), z.literal([0, 1, "0", "1", ""]), z.null()])
  .transform((value) => value === true || value === 1 || value === "1");

/** Null and missing are the empty text. */
export const text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? "");

/** PHP cannot tell an empty map from an empty list. */
const emptyList = z
  .array(z.never())
  .nullish()
  .transform(() => ({}));

/** Only an answer that says 0 is a success. */
export const success = z.union([z.literal(0), z.literal("0")]);

/** What `setPTR`, `snapshot/create`, `snapshot/delete` and `snapshot/toggleSticky` answer, as far as it says anything. */
export const done = z.object({ error: success });

/** `getServiceInfo`, as far as it is used here. */
export const serviceInfo = z.object({
  error: success,
  hostname: text,
  os: text,
  plan: text,
  node_location: text,
  suspended: looseBoolean.optional(),
  /** IPv4 addresses, then IPv6 ones: a /64 as its bare prefix, or with "/64". */
  ip_addresses: z.array(z.string()),
  location_ipv6_ready: looseBoolean.optional(),
  plan_max_ipv6s: looseNumber.optional().catch(undefined),
  rdns_api_available: looseBoolean,
  /** By address; one without PTR is null, "" or missing, which all become "". */
  ptr: z.union([z.record(z.string(), text), emptyList]),
});
export type ServiceInfo = z.output<typeof serviceInfo>;

/** Under KVM one status; under OpenVZ it is among the counters, which are "-" where there is none. */
const openVz = z.object({ status: text }).optional().catch(undefined);

/** `getLiveServiceInfo`: all of `getServiceInfo`, and what the machine says of itself. */
export const liveInfo = z
  .object({
    ...serviceInfo.shape,
    ve_status: text,
    vz_status: openVz,
    ssh_port: looseNumber.optional().catch(undefined),
  })
  .transform(({ ve_status, vz_status, ssh_port, ...info }) => ({
    ...info,
    /** In KiwiVM's word, in lower case; "" where it says nothing. */
    status: (ve_status || vz_status?.status || "").toLowerCase(),
    sshPort: ssh_port,
  }));
export type LiveInfo = z.output<typeof liveInfo>;

export const availableOs = z.object({ error: success, installed: text, templates: z.array(z.string()) });

/** A list whose keys are not 0, 1, 2 … comes as a map. */
const ids = z.union([z.array(z.string()), z.record(z.string(), z.string()).transform((map) => Object.values(map))]);

export const locations = z.object({ error: success, currentLocation: z.string().min(1), locations: ids });

/** The old edition of the API tells nothing of all this. */
export const reinstalled = z.object({
  error: success,
  rootPassword: text,
  sshPort: looseNumber.optional().catch(undefined),
});

export const resetPassword = z.object({ error: success, password: z.string().min(1) });

const snapshot = z.object({
  fileName: z.string().min(1),
  os: text,
  description: text,
  /** Bytes. */
  size: looseNumber,
  md5: text,
  sticky: looseBoolean,
  downloadLink: text,
});
export type Snapshot = z.output<typeof snapshot>;

/** A list whose keys are not 0, 1, 2 … comes as a map. */
export const snapshotList = z.object({
  error: success,
  snapshots: z.union([z.array(snapshot), z.record(z.string(), snapshot).transform((map) => Object.values(map))]),
});

export const pointsLeft = z
  .object({ error: success, remaining_points_15min: looseNumber, remaining_points_24h: looseNumber })
  .transform((answer) => ({ quarterHour: answer.remaining_points_15min, day: answer.remaining_points_24h }));
export type PointsLeft = z.output<typeof pointsLeft>;
