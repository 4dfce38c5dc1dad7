/** Becomes a 200 with this text [airvpn 2.2]. Only "Not authorized" has been seen; all other texts are unverified. */
export class AirvpnError extends Error {
  override readonly name = "AirvpnError";
}
