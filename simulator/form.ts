/** `application/json` of `Application/JSON; charset=utf-8`. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";

export function isForm(type: string): boolean {
  return type === URLENCODED || type === MULTIPART;
}

/** The text fields of a form body; a body that is no form, or a broken one, has none. */
export async function readForm(contentType: string | undefined, body: Buffer): Promise<URLSearchParams> {
  const type = mediaType(contentType);
  if (type === URLENCODED) return new URLSearchParams(body.toString("utf8"));
  return contentType !== undefined && type === MULTIPART ? readMultipart(contentType, body) : new URLSearchParams();
}

async function readMultipart(contentType: string, body: Buffer): Promise<URLSearchParams> {
  const fields = new URLSearchParams();
  try {
    const data = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } }).formData();
    for (const [name, value] of data) if (typeof value === "string") fields.append(name, value);
  } catch {
    return new URLSearchParams();
  }
  return fields;
}
