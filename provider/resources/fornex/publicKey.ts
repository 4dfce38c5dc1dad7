import { createHash } from "node:crypto";

/** The parts of an OpenSSH public key; undefined for anything else. */
interface PublicKey {
  type: string;
  blob: Buffer;
}

/**
 * SHA-256 fingerprint as `ssh-keygen -l` prints it: the one form of a public key, since the same key with another comment
 * is the same key. What is no public key keeps its own text, so that a fingerprint is its own fingerprint.
 */
export function fingerprintOf(text: string): string {
  const key = parsed(text);
  if (key === undefined) return text.trim();
  return `SHA256:${createHash("sha256").update(key.blob).digest("base64").replace(/=+$/, "")}`;
}

/** What is wrong with a public key, without the key; undefined when nothing is. */
export function publicKeyProblem(text: string): string | undefined {
  if (/PRIVATE KEY/.test(text))
    return "is a private key, which must never leave its machine; use the public key (.pub)";
  if (/BEGIN SSH2|BEGIN PUBLIC|BEGIN RSA/.test(text))
    return "must be in OpenSSH's format: ssh-keygen -i converts others";
  if (/[\r\n]/.test(text.trim())) return "must be one line";
  const key = parsed(text);
  if (key === undefined) return "must be an OpenSSH public key, such as ssh-ed25519 AAAA… me@laptop";
  if (key.type.includes("-cert-v")) return "is a certificate, not a public key";
  const [inside, ...rest] = fields(key.blob) ?? [];
  if (inside === undefined || rest.length === 0 || rest.some((field) => field.length === 0)) {
    return "is cut off or damaged: its base64 part does not hold a whole key";
  }
  if (inside.toString("latin1") !== key.type) return "names another type before its base64 part than inside it";
  return undefined;
}

function parsed(text: string): PublicKey | undefined {
  const [, type, base64] = /^\s*([a-z0-9@.-]+)\s+([A-Za-z0-9+/]+={0,2})(?:\s.*)?$/s.exec(text) ?? [];
  return type === undefined || base64 === undefined ? undefined : { type, blob: Buffer.from(base64, "base64") };
}

/** A key's blob is a row of fields, each after its length in four bytes (RFC 4253, 6.6); undefined if it does not come out even. */
function fields(blob: Buffer): Buffer[] | undefined {
  const found: Buffer[] = [];
  let at = 0;
  while (at < blob.length) {
    if (at + 4 > blob.length) return undefined;
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) return undefined;
    found.push(blob.subarray(at + 4, end));
    at = end;
  }
  return found;
}
