import { type Answer, json, Refusal, refusal } from "../../http";
import { isMap } from "../../json";

/** Errors come in Russian whatever the client's language is [fornex.md trap 20]. Only the frame is documented. */
export const ERRORS = {
  denied: "Доступ запрещён: не указан API_KEY или недостаточно прав.",
  missing: "Объект не найден.",
  impossible: "Операция невозможна.",
};

/** Runs a handler; what it refuses becomes a 200 with an `error`, except for missing rights, which stay a 403 [S3]. */
export function inLegacyTerms(run: () => Answer): Answer {
  const answer = answerOrRefusal(run);
  if (answer.status < 400) return answer;
  if (answer.status === 403) return json(403, { error: ERRORS.denied });
  return refusal(json(200, { error: errorText(answer) }));
}

function answerOrRefusal(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function errorText({ status, body }: Answer): string {
  if (status === 404) return ERRORS.missing;
  const errors: unknown = JSON.parse(body);
  if (!isMap(errors) || "detail" in errors) return ERRORS.impossible;
  const { non_field_errors: general, ...fields } = errors;
  if (Array.isArray(general)) return general.join(" ");
  return `Ошибка в полях: ${Object.keys(fields).join(", ")}.`;
}
