import { Config, type Setting } from "../../../provider/config";
import { mistakes } from "../../../provider/lifecycle/check";
import type { Resource } from "../../../provider/lifecycle/contract";
import { Runtime } from "../../../provider/lifecycle/runtime/runtime";
import { lineOf } from "../../../provider/lifecycle/validation/shape";

/** A run whose hosters are nowhere: whatever tries to send a request fails. */
export function offlineRun(stack: Partial<Record<Setting, string>> = {}): Runtime {
  const settings: Partial<Record<Setting, string>> = {
    vpsorgToken: "vps_0123",
    vpsorgUrl: "http://127.0.0.1:1",
    fornexApiKey: "simulated.0123",
    fornexUrl: "http://127.0.0.1:1",
    kiwivmKeys: '{"123456":"private_simulated0123"}',
    kiwivmUrl: "http://127.0.0.1:1",
    airvpnApiKey: "simulated0123",
    airvpnUrl: "http://127.0.0.1:1",
    pollSeconds: "0.01",
    ...stack,
  };
  const config = new Config({ stack: (setting) => settings[setting], environment: {} });
  return new Runtime(config);
}

/** The reasons for which the arguments are refused before anything is sent. */
export function refusals<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  news: object,
  olds: object = {},
): string[] {
  return mistakes(resource, offlineRun(), olds, news).map(lineOf);
}
