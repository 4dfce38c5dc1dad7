import { z } from "zod";
import { lenientNumber } from "../lenient";

/** Every success says so; an answer that does not is somebody else's. */
const success = z.literal("ok");

/** Who the key belongs to. */
export const member = z.object({ result: success, user: z.object({ login: z.string().min(1) }) });

/** What `notification` answers; more is in other answers. */
export const done = z.object({ result: success });

/** What `disconnect` answers; the number is not documented, but was seen. */
export const disconnected = z.object({ result: success, sessions_disconnected: lenientNumber });
