/** The one spelling of the number that a hoster gave an object: no zeros in front. What is no number stays. */
export function canonicalNumber(id: string): string {
  return id.replace(/^0+(?=\d+$)/, "");
}
