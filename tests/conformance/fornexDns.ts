import type { ApiVersion, CallName } from "./rows/row";

/** Fornex's calls about one zone in an API version; `id` is one record, or any if left out. */
export function dnsCalls(apiVersion: ApiVersion, zone: string) {
  const path = (rest: string) => (apiVersion === "2" ? `/dns/domain/${zone}` : `/dns/v0.1/${zone}`) + rest;
  if (apiVersion === "2") {
    return {
      listEntries: { method: "GET", path: path("/entry_set/") },
      addEntry: { method: "POST", path: path("/entry_set/") },
      changeEntry: (id = "*") => ({ method: "PUT", path: path(`/entry_set/${id}/`) }),
      removeEntry: (id = "*") => ({ method: "DELETE", path: path(`/entry_set/${id}/`) }),
    };
  }
  return {
    listEntries: { method: "GET", path: path("/entry_set.json") },
    addEntry: { method: "POST", path: path("/entry_set/add/") },
    changeEntry: (id = "*") => ({ method: "POST", path: path(`/entry_set/${id}/`) }),
    removeEntry: (id = "*") => ({ method: "POST", path: path(`/entry_set/${id}/delete/`) }),
  };
}

/** As `writes` shows it. */
export function written({ method, path }: CallName): string {
  return `${method} ${path}`;
}
