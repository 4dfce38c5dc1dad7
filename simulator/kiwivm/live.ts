import type { Fields } from "./answers";
import type { Moment } from "./moment";
import { getServiceInfo } from "./serviceInfo";
import type { KiwivmMachine } from "./state";

/** All of getServiceInfo and what the machine says of itself, by kind of machine; `veid` is last [S1; kiwivm 1.3]. */
export function getLiveServiceInfo(moment: Moment): Fields {
  const live = moment.machine.vm_type === "ovz" ? ovzStatus(moment.machine) : kvmStatus(moment);
  return { ...live, ...getServiceInfo(moment), veid: Number(moment.veid) };
}

/** One black pixel. */
const SCREEN = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg==";

/** What a machine that does not run says is unverified, except for the missing `ssh_port` [kiwivm 1.3]. */
function kvmStatus({ machine, veid, state: { switches } }: Moment): Fields {
  const { power, guest } = machine;
  const isRunning = power.status === "running";
  const status = switches.veStatus === "lower" ? power.status : capitalized(power.status);
  const swapKb = machine.plan_swap === 0 || !isRunning ? null : Math.floor(machine.plan_swap / 1024);
  return {
    ve_status: status,
    ve_mac1: macAddress(veid),
    ve_used_disk_space_b: 1_533_399_040,
    ve_disk_quota_gb: String(Math.ceil(machine.plan_disk / 2 ** 30)),
    is_cpu_throttled: throttled(machine),
    is_disk_throttled: "",
    ...(isRunning ? { ssh_port: guest.sshPort } : {}),
    live_hostname: isRunning ? guest.hostname : "",
    load_average: isRunning ? "0.00 0.00 0.00 1/147 6101" : "",
    mem_available_kb: isRunning ? Math.floor(machine.plan_ram / 2048) : null,
    swap_total_kb: swapKb,
    swap_available_kb: swapKb,
    screendump_png_base64: isRunning ? SCREEN : "",
  };
}

/** Every value is text, and "-" where there is none [kiwivm 1.3]; numbers are invented. */
function ovzStatus(machine: KiwivmMachine): Fields {
  const { power, guest, plan_disk } = machine;
  const isRunning = power.status === "running";
  const live = (value: string) => (isRunning ? value : "-");
  const diskKb = String(Math.floor(plan_disk / 1024));
  return {
    vz_status: {
      status: power.status === "stopped" ? "stopped" : "running",
      hostname: live(guest.hostname),
      load_average: live("0.00/0.00/0.00"),
      nproc: live("23"),
      nproc_b: "128",
      kmemsize: live("9123456"),
      privvmpages: live("21034"),
      oomguarpages: live("8120"),
      numtcpsock: live("6"),
      numfile: live("412"),
      swappages: live("0"),
      physpages: live("12345"),
    },
    vz_quota: {
      occupied_kb: live("1497460"),
      softlimit_kb: diskKb,
      hardlimit_kb: diskKb,
      occupied_inodes: live("40960"),
      softlimit_inodes: "400000",
      hardlimit_inodes: "400000",
    },
    is_cpu_throttled: throttled(machine),
    ssh_port: guest.sshPort,
  };
}

/** The help page says 0 and 1; real replies are text, empty for no, and "1" for yes is inferred [kiwivm 1.3]. */
function throttled({ is_cpu_throttled }: KiwivmMachine): string {
  return is_cpu_throttled ? "1" : "";
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Locally administered; the last four bytes are the VEID. */
function macAddress(veid: string): string {
  const bytes = Buffer.from([2, 0, 0, 0, 0, 0]);
  bytes.writeUInt32BE(Number(veid) % 2 ** 32, 2);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(":");
}
