export { orderId } from "../../resources/fornex/orderId";

/** A day as Fornex takes it. */
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
