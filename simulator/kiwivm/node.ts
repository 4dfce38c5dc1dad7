/** The physical machine, from a block reserved for documentation; it stands in download links too [kiwivm 1.3]. */
export const NODE_IP = "203.0.113.9";
