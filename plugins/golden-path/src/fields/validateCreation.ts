import { ApiHolder } from '@backstage/frontend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  CheckAnswer,
  CheckRequest,
  CreationField,
} from '@arctiq/plugin-golden-path-common';
import { GoldenPathApi, goldenPathApiRef, messageOf } from '../api';

/** Several fields of one step ask at the same moment; one answer serves all. */
const SAME_SUBMIT_MS = 2000;

const recent = new WeakMap<
  GoldenPathApi,
  { key: string; at: number; answer: Promise<CheckAnswer> }
>();

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function checkOnce(api: GoldenPathApi, formData: JsonObject) {
  const request: CheckRequest = {
    name: textOf(formData.name),
    owner: textOf(formData.owner),
    system: textOf(formData.system),
    tier: textOf(formData.tier),
  };
  const key = JSON.stringify(request);
  const last = recent.get(api);
  if (last?.key === key && Date.now() - last.at < SAME_SUBMIT_MS) {
    return last.answer;
  }
  const answer = api.check(request);
  recent.set(api, { key, at: Date.now(), answer });
  answer.catch(() => recent.delete(api));
  return answer;
}

/** As much of a form's validation as is used here. */
export interface FieldErrors {
  addError(message: string): void;
}

/**
 * Makes the validation of fields on submit: the backend checks the whole
 * creation, and each field shows what concerns it.
 *
 * @param fields - whose problems this field shows
 */
export function createCreationValidation(...fields: CreationField[]) {
  return async (
    _value: unknown,
    validation: FieldErrors,
    context: { apiHolder: ApiHolder; formData: JsonObject },
  ): Promise<void> => {
    const api = context.apiHolder.get(goldenPathApiRef)!;
    let answer: CheckAnswer;
    try {
      answer = await checkOnce(api, context.formData);
    } catch (error) {
      validation.addError(
        `The portal could not check this (${messageOf(error)}): try again.`,
      );
      return;
    }
    for (const problem of answer.problems) {
      if (problem.severity === 'error' && fields.includes(problem.field)) {
        validation.addError(problem.message);
      }
    }
  };
}
