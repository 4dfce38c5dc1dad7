/** Works something out of an object the first time it is asked for, and keeps it as long as the object. */
export function perObject<K extends object, T>(workOut: (object: K) => T): (object: K) => T {
  const known = new WeakMap<K, { value: T }>();
  return (object) => {
    let kept = known.get(object);
    if (kept === undefined) {
      kept = { value: workOut(object) };
      known.set(object, kept);
    }
    return kept.value;
  };
}
