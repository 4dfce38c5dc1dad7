import { AnswerCache } from "./answerCache";

/** Lists by key, kept and learnt as {@link AnswerCache} does. */
export class ListCache<T> extends AnswerCache<readonly T[]> {}
