import { fingerprintOf, publicKeyProblem } from "../../../../provider/resources/fornex/publicKey";

const BASE64 = "AAAAC3NzaC1lZDI1NTE5AAAAIHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt";
const ED25519 = `ssh-ed25519 ${BASE64}`;
const RSA =
  "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQJFxSOxHkj8uDj1zFCrE+U7ExzB4hlum0p8OoXLNb0vzTbaZr1wzU102lNSu+RoR+RYATQOC95REioVQYj00yYU=";
const ECDSA =
  "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBJFxSOxHkj8uDj1zFCrE+U7ExzB4hlum0p8OoXLNb0vzTbaZr1wzU102lNSu+RoR+RYATQOC95REioVQYj00yYU=";

describe("fingerprint", () => {
  test("is what ssh-keygen prints, without padding", () => {
    expect(fingerprintOf(ED25519)).toBe("SHA256:hA/Or20GTGdVLLL7N3U9N5K3GmEqH6JLSopKLDqqrVE");
  });

  test.each([`${ED25519} me@laptop`, `${ED25519}  another  comment `, ` ssh-ed25519\t${BASE64}\n`])(
    "is the same whatever the comment and the space around: %j",
    (spelling) => {
      expect(fingerprintOf(spelling)).toBe(fingerprintOf(ED25519));
    },
  );

  test("of another key is another; of a fingerprint it is itself; of anything else its own text", () => {
    expect(fingerprintOf(RSA)).not.toBe(fingerprintOf(ECDSA));
    expect(fingerprintOf(fingerprintOf(RSA))).toBe(fingerprintOf(RSA));
    expect(fingerprintOf(" no key ")).toMatch(/^no key$|^SHA256:/);
  });
});

describe("validation", () => {
  test.each([ED25519, RSA, ECDSA, `${ED25519} me@laptop`, `${ED25519}\n`])("%j is fine", (key) => {
    expect(publicKeyProblem(key)).toBeUndefined();
  });

  test.each([
    ["-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", "is a private key"],
    ["-----BEGIN RSA PRIVATE KEY-----\nAAAA", "is a private key"],
    ["---- BEGIN SSH2 PUBLIC KEY ----\nAAAA", "OpenSSH's format"],
    [`${ED25519}\n${RSA}`, "one line"],
    ["", "must be an OpenSSH public key"],
    ["me@laptop", "must be an OpenSSH public key"],
    [BASE64, "must be an OpenSSH public key"],
    [`no-pty ${ED25519}`, "must be an OpenSSH public key"],
    [`ssh-ed25519 ${BASE64.slice(0, -8)}`, "cut off or damaged"],
    ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5", "cut off or damaged"],
    ["ssh-ed25519 AAAA", "cut off or damaged"],
    [`ssh-rsa ${BASE64}`, "another type"],
    [`ssh-ed25519-cert-v01@openssh.com ${BASE64}`, "is a certificate"],
  ])("%j is refused without its text", (key, problem) => {
    expect(publicKeyProblem(key)).toContain(problem);
    expect(publicKeyProblem(key)).not.toContain("AAAAC3");
  });
});
