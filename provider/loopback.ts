/** Whether a URL points to this machine, as a simulator's does. */
export function isThisMachine(url: URL): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
}
