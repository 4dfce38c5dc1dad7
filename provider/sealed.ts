import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;

/** Whoever holds this can read what was sealed for its address, and nobody else. Made anew for every use, and never stored. */
export class Reader {
  readonly #pair = generateKeyPairSync("x25519");

  /** What {@link seal} is told; no secret. */
  get address(): string {
    return written(this.#pair.publicKey);
  }

  open(sealed: string): string {
    const [sender = "", ...rest] = sealed.split(".");
    const [nonce = NOTHING, tag = NOTHING, text = NOTHING] = rest.map((part) => Buffer.from(part, "base64"));
    const decipher = createDecipheriv(CIPHER, commonKey(this.#pair.privateKey, sender), nonce).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  }
}

const NOTHING = Buffer.alloc(0);

/** `text` so that only the reader with this address can read it. */
export function seal(text: string, address: string): string {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, commonKey(privateKey, address), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const rest = [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64"));
  return [written(publicKey), ...rest].join(".");
}

function written(key: KeyObject): string {
  return key.export({ type: "spki", format: "der" }).toString("base64");
}

function commonKey(privateKey: KeyObject, address: string): Buffer {
  const publicKey = createPublicKey({ key: Buffer.from(address, "base64"), type: "spki", format: "der" });
  const secret = diffieHellman({ privateKey, publicKey });
  return Buffer.from(hkdfSync("sha256", secret, "", "pulumi-vps settings", 32));
}
