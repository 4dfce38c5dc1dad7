import { z } from "zod";

/** The numbers that new objects get; what is taken is skipped. */
export interface FornexNextIds {
  entry: number;
  sshKey: number;
  job: number;
}

const id = z.int().min(1);

/** The first ones follow the reference's examples. */
export const nextIdsPatch = z.strictObject({
  entry: id.default(366182),
  sshKey: id.default(68),
  job: id.default(222287),
});
