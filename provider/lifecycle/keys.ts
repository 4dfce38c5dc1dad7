/** How claims name an object. Ids are the hoster's and unique per kind; the text also appears in errors. */
export function objectKey(resource: { name: string }, id: string): string {
  return `${resource.name} ${id}`;
}
