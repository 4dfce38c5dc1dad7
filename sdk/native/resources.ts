// Made by `npm run schema`: edit the sources, not this file.
import type { AirVpnDisconnectArgs, AirVpnDisconnectState } from "../../provider/resources/airvpn/disconnect";
import type { AirVpnNotificationArgs, AirVpnNotificationState } from "../../provider/resources/airvpn/notification";
import type { FornexDnsDomainArgs, FornexDnsDomainState } from "../../provider/resources/fornex/dnsDomainModel";
import type { FornexDnsRecordArgs, FornexDnsRecordState } from "../../provider/resources/fornex/dnsRecordModel";
import type { FornexNameserversArgs, FornexNameserversState } from "../../provider/resources/fornex/nameservers";
import type { SshKeyArgs, SshKeyState } from "../../provider/resources/fornex/sshKey";
import type {
  FornexSshKeyAttachmentArgs,
  FornexSshKeyAttachmentState,
} from "../../provider/resources/fornex/sshKeyAttachment";
import type { FornexTicketWebhookArgs, FornexTicketWebhookState } from "../../provider/resources/fornex/ticketWebhook";
import type { FornexVpsArgs, FornexVpsState } from "../../provider/resources/fornex/vpsModel";
import type { KiwiCommandArgs, KiwiCommandState } from "../../provider/resources/kiwivm/command";
import type { KiwiIpv6Args, KiwiIpv6State } from "../../provider/resources/kiwivm/ipv6";
import type { KiwiPtrArgs, KiwiPtrState } from "../../provider/resources/kiwivm/ptrModel";
import type { KiwiScriptArgs, KiwiScriptState } from "../../provider/resources/kiwivm/script";
import type { KiwiServerLocationArgs, KiwiServerLocationState } from "../../provider/resources/kiwivm/serverLocation";
import type { KiwiServerArgs, KiwiServerState } from "../../provider/resources/kiwivm/serverModel";
import type { KiwiServerOsArgs, KiwiServerOsState } from "../../provider/resources/kiwivm/serverOs";
import type { KiwiSnapshotArgs, KiwiSnapshotState } from "../../provider/resources/kiwivm/snapshot";
import type {
  KiwiSnapshotRestoreArgs,
  KiwiSnapshotRestoreState,
} from "../../provider/resources/kiwivm/snapshotRestore";
import type { VpsOrgServerArgs, VpsOrgServerState } from "../../provider/resources/vpsorg/serverModel";
import { nativeResource } from "./resource";

/**
 * Ends VPN sessions of the AirVPN member: those on a server, those of a device, or every session with `all: true`. It acts when
 * the resource is created and when a trigger changes, never on a refresh. Destroying the resource does nothing. A device may
 * connect again at once.
 *
 * If the answer is lost, `outcome` is `unknown`, because nobody knows whether the sessions ended. Only a changed trigger ends
 * them again. A run that is killed before it records the result leaves no trace, so the next run ends the sessions again.
 *
 * Its id is eight random hexadecimal digits that this provider chooses, such as `3f2a9c01`. What AirVPN does with a name that
 * no server or device has is unverified: it is said to end no session.
 *
 * @example
 * ```ts
 * import { AirVpnDisconnect } from "pulumi-vps/native";
 *
 * const disconnect = new AirVpnDisconnect("laptop", { device: "laptop", triggers: ["new keys of 2026-01"] });
 * export const ended = disconnect.sessionsDisconnected;
 * ```
 */
export class AirVpnDisconnect extends nativeResource<AirVpnDisconnectArgs, AirVpnDisconnectState>("AirVpnDisconnect") {}

/**
 * Sends a message to yourself at AirVPN. AirVPN shows it on its website or sends it as an e-mail, as the options there say. The
 * message is sent when the resource is created and when a trigger changes, never on a refresh. Destroying the resource sends
 * nothing.
 *
 * If the answer is lost, `outcome` is `unknown`, because nobody knows whether the message was sent. Only a changed trigger
 * sends it again. A run that is killed before it records the result leaves no trace, so the next run sends the message again.
 *
 * Its id is eight random hexadecimal digits that this provider chooses, such as `3f2a9c01`. How long a message may be is
 * unverified.
 *
 * @example
 * ```ts
 * import { AirVpnNotification } from "pulumi-vps/native";
 *
 * const version = "1.4.2";
 * new AirVpnNotification("deployed", {
 *   subject: "Deployed",
 *   body: `Version ${version} is up.`,
 *   triggers: [version],
 * });
 * ```
 */
export class AirVpnNotification extends nativeResource<AirVpnNotificationArgs, AirVpnNotificationState>(
  "AirVpnNotification",
) {}

/**
 * Manages a DNS zone at Fornex. Fornex adds zones by API only for accounts whose owner asked its support for that.
 *
 * Its id is the zone's name, in lower case and punycode.
 *
 * @example
 * ```ts
 * import { FornexDnsDomain } from "pulumi-vps/native";
 *
 * const zone = new FornexDnsDomain("zone", {
 *   name: "example.com",
 *   ip: "192.0.2.10",
 *   seededRecords: "remove",
 * });
 * ```
 */
export class FornexDnsDomain extends nativeResource<FornexDnsDomainArgs, FornexDnsDomainState>("FornexDnsDomain") {}

/**
 * Manages one DNS record at Fornex. To give a host several values of one type, declare one resource per value.
 *
 * Its id is the number that Fornex gave the record; `get` also takes it with the zone, as `example.com/366195`. How Fornex stores quoted TXT values, whether it accepts two equal records,
 * and whether it refuses records beside a CNAME, is unverified.
 *
 * @example
 * ```ts
 * import { FornexDnsDomain, FornexDnsRecord } from "pulumi-vps/native";
 *
 * const zone = new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10" });
 * new FornexDnsRecord("www", {
 *   domain: zone.name,
 *   host: "www",
 *   type: "A",
 *   value: "192.0.2.11",
 *   ttl: 300,
 * });
 * ```
 */
export class FornexDnsRecord extends nativeResource<FornexDnsRecordArgs, FornexDnsRecordState>("FornexDnsRecord") {}

/**
 * Sets the name servers of a domain that is registered at Fornex. Fornex has no call that shows name servers, so this setting
 * cannot be read. Creating the resource overwrites the present name servers unseen. A later change by somebody else is not
 * found as drift, and every refresh says so. Destroying the resource leaves the name servers as they are.
 *
 * Its id is the number of the domain's order, such as `375-13`. Whether the registry has the name servers as soon as Fornex
 * answers is unverified.
 *
 * @example
 * ```ts
 * import { FornexNameservers } from "pulumi-vps/native";
 *
 * new FornexNameservers("example", {
 *   orderId: "375-13",
 *   nameservers: ["ns1.example.net", "ns2.example.net"],
 * });
 * ```
 */
export class FornexNameservers extends nativeResource<FornexNameserversArgs, FornexNameserversState>(
  "FornexNameservers",
) {}

/**
 * Links an SSH key to a VPS at Fornex. Fornex writes the key to the disk when the VPS is installed or reinstalled the next
 * time, not before. Fornex itself links each new key to every VPS of the account, so a link that already exists is a success.
 * Destroying the resource removes the link and leaves the disk as it is.
 *
 * Its id is the number of the order and the number of the key, such as `34-177054/67`. Whether Fornex accepts the same link
 * twice is unverified.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { FornexSshKeyAttachment, SshKey } from "pulumi-vps/native";
 *
 * const laptop = new SshKey("laptop", {
 *   title: "laptop",
 *   key: readFileSync("keys/laptop.pub", "utf8"),
 * });
 * new FornexSshKeyAttachment("laptop-on-web", { orderId: "34-177054", keyId: laptop.keyId });
 * ```
 */
export class FornexSshKeyAttachment extends nativeResource<FornexSshKeyAttachmentArgs, FornexSshKeyAttachmentState>(
  "FornexSshKeyAttachment",
) {}

/**
 * Sets the webhook to which Fornex posts new comments on tickets, such as a Slack channel. An account has one webhook. Creating
 * the resource overwrites the present one. Destroying it switches the webhook off, unless somebody else has changed it. Pass
 * the URL as a secret, because whoever knows it may be able to post there.
 *
 * Its id is `ticket-webhook`. Whether Fornex clears the last error when the URL changes is unverified.
 *
 * @example
 * ```ts
 * import { Config } from "@pulumi/pulumi";
 * import { FornexTicketWebhook } from "pulumi-vps/native";
 *
 * new FornexTicketWebhook("tickets", { url: new Config().requireSecret("slackWebhook") });
 * ```
 */
export class FornexTicketWebhook extends nativeResource<FornexTicketWebhookArgs, FornexTicketWebhookState>(
  "FornexTicketWebhook",
) {}

/**
 * Manages a VPS that was ordered at Fornex: its name, tags, power and root password. This resource never orders or cancels a
 * VPS. When it leaves the program, the VPS is released and stays as it is. Fornex may list an expired order without a machine
 * (unverified). Such an order stays in the stack: a refresh shows its status and warns.
 *
 * Its id is the number of the order, such as `34-177054`. Whether a root password can be set while the VPS is off is
 * unverified.
 *
 * @example
 * ```ts
 * import { FornexVps } from "pulumi-vps/native";
 *
 * const web = new FornexVps("web", {
 *   orderId: "34-177054",
 *   name: "web",
 *   powerState: "on",
 *   rootPasswordVersion: "1",
 * });
 * export const rootPassword = web.rootPassword;
 * ```
 */
export class FornexVps extends nativeResource<FornexVpsArgs, FornexVpsState>("FornexVps") {}

/**
 * Runs a command as `root` on a KiwiVM machine: when the resource is created, and when its arguments or a trigger change.
 * Another command can run when the resource is destroyed. The machine needs no SSH. The command, its environment and its output
 * pass through BandwagonHost's API. An exit status other than 0 is an error, and the next `pulumi up` runs the command again.
 *
 * If the answer is lost, `outcome` is `unknown`, because nobody knows whether the command ran. Only a change runs it again. A
 * run that is killed before it records the result leaves no trace, so the next run runs the command again: write commands that
 * can be repeated.
 *
 * Its id is the machine's VEID and eight random hexadecimal digits that this provider chooses, such as `123456/3f2a9c01`. How
 * long KiwiVM lets a command run is unverified; use a `KiwiScript` for work that takes more than a few minutes.
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import { KiwiCommand } from "pulumi-vps/native";
 *
 * const config = new pulumi.Config();
 * const app = new KiwiCommand("app", {
 *   veid: "123456",
 *   workingDirectory: "/srv/app",
 *   environment: { TOKEN: config.requireSecret("token") },
 *   create: "./install.sh",
 *   update: "./upgrade.sh",
 *   delete: "./uninstall.sh",
 *   triggers: [config.require("version")],
 * });
 * export const printed = app.stdout; // secret
 * ```
 */
export class KiwiCommand extends nativeResource<KiwiCommandArgs, KiwiCommandState>("KiwiCommand") {}

/**
 * Manages an IPv6 address of a KiwiVM machine. On newer systems this is a whole /64. The machine's system is said to see the
 * address only after a full stop and start (unverified). The address costs nothing, and the plan limits how many a machine can
 * have. A migration removes all of them.
 *
 * Without `ip`, this is the machine's first IPv6 address. If the machine already has one, the create stops, and `adopt` adopts
 * it.
 *
 * Its id is `<veid>/<address>`, with the address in its shortest spelling. What KiwiVM refuses is unverified.
 *
 * @example
 * ```ts
 * import { KiwiIpv6 } from "pulumi-vps/native";
 *
 * const subnet = new KiwiIpv6("subnet", { veid: "123456" });
 * export const prefix = subnet.address; // such as 2001:db8:1:2::
 * ```
 */
export class KiwiIpv6 extends nativeResource<KiwiIpv6Args, KiwiIpv6State>("KiwiIpv6") {}

/**
 * Sets the PTR (reverse DNS) of one address of a KiwiVM machine. Creating the resource overwrites the present PTR. Destroying
 * it restores that PTR, unless somebody else has changed it. If KiwiVM refuses to remove a PTR, it stays, and a warning says
 * so.
 *
 * Its id is the machine's VEID and the address, such as `123456/203.0.113.21`. Whether KiwiVM removes a PTR, and how soon it
 * shows a new one, is unverified.
 *
 * @example
 * ```ts
 * import { KiwiPtr } from "pulumi-vps/native";
 *
 * new KiwiPtr("mail", {
 *   veid: "123456",
 *   ip: "203.0.113.21",
 *   ptr: "mail.example.com",
 * });
 * ```
 */
export class KiwiPtr extends nativeResource<KiwiPtrArgs, KiwiPtrState>("KiwiPtr") {}

/**
 * Starts a shell script as `root` on a KiwiVM machine: when the resource is created, and when the script or a trigger changes.
 * The script runs in the background. KiwiVM does not report when or how it ends, so nothing waits for it. Destroying the
 * resource does nothing on the machine. The script passes through BandwagonHost's API.
 *
 * If the answer is lost, `outcome` is `unknown`, because nobody knows whether the script started. Only a change runs it again.
 * A run that is killed before it records the result leaves no trace, so the next run starts the script again: write scripts
 * that can be repeated.
 *
 * Its id is the machine's VEID and eight random hexadecimal digits that this provider chooses, such as `123456/3f2a9c01`. Where
 * the log is, and how KiwiVM runs a script, is unverified.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { KiwiScript } from "pulumi-vps/native";
 *
 * const upgrade = new KiwiScript("upgrade", {
 *   veid: "123456",
 *   script: readFileSync("upgrade.sh", "utf8"),
 *   triggers: ["2026-01"],
 * });
 * export const log = upgrade.log;
 * ```
 */
export class KiwiScript extends nativeResource<KiwiScriptArgs, KiwiScriptState>("KiwiScript") {}

/**
 * Manages an existing KiwiVM machine: its host name, power and root password. This resource never orders or cancels a machine.
 * When it leaves the program, the machine is released and stays as it is.
 *
 * Its id is the machine's VEID.
 *
 * @example
 * ```ts
 * import { KiwiServer } from "pulumi-vps/native";
 *
 * const web = new KiwiServer("web", {
 *   veid: "123456",
 *   hostname: "web.example.com",
 *   powerState: "on",
 *   rootPasswordVersion: "1",
 * });
 * export const rootPassword = web.rootPassword; // secret
 * ```
 */
export class KiwiServer extends nativeResource<KiwiServerArgs, KiwiServerState>("KiwiServer") {}

/**
 * Manages the location of a KiwiVM machine. A change of location migrates the machine, which requires `allowMigration: true`:
 * **all its IPv4 addresses are replaced with new ones (`newIps`), and all its IPv6 addresses are lost**. When the resource
 * leaves the program, the machine is released and stays where it is.
 *
 * Its id is the machine's VEID.
 *
 * @example
 * ```ts
 * import { KiwiServerLocation } from "pulumi-vps/native";
 *
 * const place = new KiwiServerLocation("place", {
 *   veid: "123456",
 *   location: "USCA_2",
 *   // allowMigration: true, while it is to be moved
 * });
 * export const addresses = place.ipAddresses;
 * ```
 */
export class KiwiServerLocation extends nativeResource<KiwiServerLocationArgs, KiwiServerLocationState>(
  "KiwiServerLocation",
) {}

/**
 * Manages the operating system of a KiwiVM machine. The provider installs another system on an empty disk, and only with
 * `allowReinstall: true`. When the resource leaves the program, the machine is released and stays as it is. A reinstallation
 * by somebody else shows as drift and is never undone. To accept it, write what KiwiVM shows. To install the system again, set
 * or change `reinstallTrigger`. Both require `allowReinstall: true`.
 *
 * No run reinstalls a second time because an earlier one was killed. If another system was requested, KiwiVM shows whether it
 * is installed. For the same system, the next run stops if a note below Pulumi's home folder on this computer says that the same
 * reinstallation (the same system and `reinstallTrigger`) was requested. It also stops after a lock of KiwiVM that nothing
 * explains, and after a lost answer. Then every run reports this until the program resolves it: `confirmed` records the
 * reinstallation as done, another `reinstallTrigger` requests it again, and the value applied before withdraws it. Another
 * computer does not have the note: it sends the request again once the lock is over. Without a `reinstallTrigger`, only another
 * system is installed. KiwiVM's audit log only causes a warning; its words for a reinstallation are unverified.
 *
 * Its id is the machine's VEID.
 *
 * @example
 * ```ts
 * import { KiwiServerOs } from "pulumi-vps/native";
 *
 * const system = new KiwiServerOs("system", {
 *   veid: "123456",
 *   os: "debian-12-x86_64",
 *   // allowReinstall: true, while it is to be installed
 * });
 * export const rootPassword = system.rootPassword; // secret
 * ```
 */
export class KiwiServerOs extends nativeResource<KiwiServerOsArgs, KiwiServerOsState>("KiwiServerOs") {}

/**
 * Manages a snapshot of a KiwiVM machine. The provider finds it again by its description. Taking a snapshot locks the machine
 * and is said to reboot it (unverified). KiwiVM purges snapshots that are not sticky. A purged snapshot shows as `missing`,
 * and it is taken again only with `recreate: true`.
 *
 * Its id is the name of the snapshot's file; `get` also takes it with the machine, as `123456/snapshot-….tar.gz`. Until KiwiVM reports that name, the id is a placeholder that begins with `begun-`.
 * What KiwiVM refuses while a machine is locked, how long a snapshot takes and when it is purged is unverified.
 *
 * @example
 * ```ts
 * import { KiwiSnapshot } from "pulumi-vps/native";
 *
 * const beforeUpgrade = new KiwiSnapshot("before-upgrade", {
 *   veid: "123456",
 *   description: "before the upgrade",
 *   sticky: true,
 * });
 * export const link = beforeUpgrade.downloadLink; // secret
 * ```
 */
export class KiwiSnapshot extends nativeResource<KiwiSnapshotArgs, KiwiSnapshotState>("KiwiSnapshot") {}

/**
 * Overwrites a KiwiVM machine with a snapshot when the resource is created, and when `trigger` changes. A refresh never
 * restores, nor does a change of `snapshot` alone. Remove `allowRestore` from the program once the restore is done, so that
 * nothing, such as a rename of the resource, restores again.
 *
 * No run restores a second time because an earlier one was killed. The next run stops if a note below Pulumi's home folder on
 * this computer says that the same restore (the same `snapshot` and `trigger`) was requested, also by another stack. It also
 * stops after a lock of KiwiVM that nothing explains, and after a lost answer. Then every run reports this, also after a create,
 * until the program resolves it: `confirmed` records the restore as done, another `trigger` requests it again, and the value
 * applied before withdraws it. Another computer does not have the note: it sends the request again once the lock is over.
 * KiwiVM's audit log only causes a warning; its words for a restore are unverified.
 *
 * Its id is the machine's VEID.
 *
 * @example
 * ```ts
 * import { KiwiSnapshot, KiwiSnapshotRestore } from "pulumi-vps/native";
 *
 * const beforeUpgrade = new KiwiSnapshot("before-upgrade", { veid: "123456", description: "before the upgrade" });
 *
 * new KiwiSnapshotRestore("rollback", {
 *   veid: "123456",
 *   snapshot: beforeUpgrade.fileName,
 *   trigger: "the upgrade of May went wrong",
 *   allowRestore: true,
 * });
 * ```
 */
export class KiwiSnapshotRestore extends nativeResource<KiwiSnapshotRestoreArgs, KiwiSnapshotRestoreState>(
  "KiwiSnapshotRestore",
) {}

/**
 * Manages an SSH public key in a Fornex account. According to Fornex's documentation, a new key is linked to every VPS of the
 * account. It is written to a disk only when a VPS is installed or reinstalled.
 *
 * Its id is the number that Fornex gave the key. Whether Fornex accepts the same public key twice is unverified.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { SshKey } from "pulumi-vps/native";
 *
 * const laptop = new SshKey("laptop", {
 *   title: "laptop",
 *   key: readFileSync("keys/laptop.pub", "utf8"),
 * });
 * export const fingerprint = laptop.fingerprint;
 * ```
 */
export class SshKey extends nativeResource<SshKeyArgs, SshKeyState>("SshKey") {}

/**
 * Manages a server at VPS.org. The provider orders it once and waits until it is active and has an address.
 *
 * Servers cost money. `protect: true` keeps Pulumi from deleting a server. With `retainOnDelete: true` the server stays at
 * VPS.org when it leaves the program.
 *
 * Its id is the id that VPS.org gave the server. Statuses beyond the documented ones, the units of its plan and whether
 * deleting takes time are unverified.
 *
 * @example
 * ```ts
 * import { VpsOrgServer } from "pulumi-vps/native";
 *
 * const web = new VpsOrgServer("web", {
 *   name: "web-server-01",
 *   planId: 1,
 *   osId: 5,
 *   location: "us-west",
 *   hostname: "web01.example.com",
 * }, { protect: true });
 * export const address = web.ipAddress;
 * ```
 */
export class VpsOrgServer extends nativeResource<VpsOrgServerArgs, VpsOrgServerState>("VpsOrgServer") {}
