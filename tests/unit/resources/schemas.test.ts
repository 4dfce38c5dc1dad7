import type { z } from "zod";
import { RESOURCES } from "../../../provider/registry";
import type { AirVpnDisconnectArgs, airVpnDisconnectSchema } from "../../../provider/resources/airvpn/disconnect";
import type { AirVpnNotificationArgs, airVpnNotificationSchema } from "../../../provider/resources/airvpn/notification";
import type { fornexDnsDomainSchema } from "../../../provider/resources/fornex/dnsDomain";
import type { FornexDnsDomainArgs } from "../../../provider/resources/fornex/dnsDomainModel";
import type { fornexDnsRecordSchema } from "../../../provider/resources/fornex/dnsRecord";
import type { FornexDnsRecordArgs } from "../../../provider/resources/fornex/dnsRecordModel";
import type { FornexNameserversArgs, fornexNameserversSchema } from "../../../provider/resources/fornex/nameservers";
import type { SshKeyArgs, sshKeySchema } from "../../../provider/resources/fornex/sshKey";
import type {
  FornexSshKeyAttachmentArgs,
  fornexSshKeyAttachmentSchema,
} from "../../../provider/resources/fornex/sshKeyAttachment";
import type {
  FornexTicketWebhookArgs,
  fornexTicketWebhookSchema,
} from "../../../provider/resources/fornex/ticketWebhook";
import type { fornexVpsSchema } from "../../../provider/resources/fornex/vps";
import type { FornexVpsArgs } from "../../../provider/resources/fornex/vpsModel";
import type { KiwiCommandArgs, kiwiCommandSchema } from "../../../provider/resources/kiwivm/command";
import type { KiwiIpv6Args, kiwiIpv6Schema } from "../../../provider/resources/kiwivm/ipv6";
import type { kiwiPtrSchema } from "../../../provider/resources/kiwivm/ptr";
import type { KiwiPtrArgs } from "../../../provider/resources/kiwivm/ptrModel";
import type { KiwiScriptArgs, kiwiScriptSchema } from "../../../provider/resources/kiwivm/script";
import type { kiwiServerSchema } from "../../../provider/resources/kiwivm/server";
import type {
  KiwiServerLocationArgs,
  kiwiServerLocationSchema,
} from "../../../provider/resources/kiwivm/serverLocation";
import type { KiwiServerArgs } from "../../../provider/resources/kiwivm/serverModel";
import type { KiwiServerOsArgs, kiwiServerOsSchema } from "../../../provider/resources/kiwivm/serverOs";
import type { KiwiSnapshotArgs, kiwiSnapshotSchema } from "../../../provider/resources/kiwivm/snapshot";
import type {
  KiwiSnapshotRestoreArgs,
  kiwiSnapshotRestoreSchema,
} from "../../../provider/resources/kiwivm/snapshotRestore";
import type { vpsOrgServerSchema } from "../../../provider/resources/vpsorg/server";
import type { VpsOrgServerArgs } from "../../../provider/resources/vpsorg/serverModel";

/** Whether two types are the same, not merely assignable to each other. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** With optional properties that may also be undefined, as zod's are; `null` counts as left out before zod sees it. */
type Loose<T> = { [K in keyof T]: undefined extends T[K] ? T[K] | undefined : T[K] };

/** Compiles only where schema and interface describe the same arguments, each of the same type, optional in both or in neither. */
function agrees<Schema extends z.ZodObject, Args>(
  _: Same<Loose<z.input<Schema>>, Loose<Args>> & Same<Loose<z.output<Schema>>, Loose<Args>>,
): void {}

test("schema and interface of every resource agree (checked by the compiler)", () => {
  agrees<typeof vpsOrgServerSchema, VpsOrgServerArgs>(true);
  agrees<typeof fornexDnsDomainSchema, FornexDnsDomainArgs>(true);
  agrees<typeof fornexDnsRecordSchema, FornexDnsRecordArgs>(true);
  agrees<typeof sshKeySchema, SshKeyArgs>(true);
  agrees<typeof fornexVpsSchema, FornexVpsArgs>(true);
  agrees<typeof fornexSshKeyAttachmentSchema, FornexSshKeyAttachmentArgs>(true);
  agrees<typeof fornexTicketWebhookSchema, FornexTicketWebhookArgs>(true);
  agrees<typeof fornexNameserversSchema, FornexNameserversArgs>(true);
  agrees<typeof kiwiPtrSchema, KiwiPtrArgs>(true);
  agrees<typeof kiwiSnapshotSchema, KiwiSnapshotArgs>(true);
  agrees<typeof kiwiServerSchema, KiwiServerArgs>(true);
  agrees<typeof kiwiServerOsSchema, KiwiServerOsArgs>(true);
  agrees<typeof kiwiServerLocationSchema, KiwiServerLocationArgs>(true);
  agrees<typeof kiwiSnapshotRestoreSchema, KiwiSnapshotRestoreArgs>(true);
  agrees<typeof kiwiIpv6Schema, KiwiIpv6Args>(true);
  agrees<typeof kiwiCommandSchema, KiwiCommandArgs>(true);
  agrees<typeof kiwiScriptSchema, KiwiScriptArgs>(true);
  agrees<typeof airVpnNotificationSchema, AirVpnNotificationArgs>(true);
  agrees<typeof airVpnDisconnectSchema, AirVpnDisconnectArgs>(true);

  // The check itself can fail: each line is a mistake it must notice.
  // @ts-expect-error another kind of resource
  agrees<typeof vpsOrgServerSchema, FornexDnsRecordArgs>(true);
  // @ts-expect-error an argument the schema lacks
  agrees<typeof fornexDnsRecordSchema, FornexDnsRecordArgs & { more?: string }>(true);
  // @ts-expect-error an argument the interface lacks
  agrees<typeof fornexDnsRecordSchema, Omit<FornexDnsRecordArgs, "adopt">>(true);
  // @ts-expect-error a wider type
  agrees<typeof fornexDnsRecordSchema, Omit<FornexDnsRecordArgs, "ttl"> & { ttl?: number }>(true);
  // @ts-expect-error required in one, optional in the other
  agrees<typeof fornexDnsRecordSchema, Omit<FornexDnsRecordArgs, "prio"> & { prio: number }>(true);
});

test.each(RESOURCES.map((resource) => [resource.name, resource] as const))(
  "%s: every argument of the schema has a role, and the other way round",
  (_, resource) => {
    expect(Object.keys(resource.arguments).sort()).toEqual(Object.keys(resource.schema.shape).sort());
    for (const argument of Object.values(resource.arguments)) {
      if (argument.role !== "drift") expect(argument.reason).toEqual(expect.any(String));
    }
  },
);
