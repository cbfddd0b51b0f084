import { z } from 'zod';
import { Signature } from '../git/log';
import { Github, timestamp } from '../Github';

/** Who a commit names, as a request may say it. */
export const signatureInput = z.object({
  name: z.string().min(1).max(200),
  email: z.string().min(1).max(200),
  date: z.iso.datetime({ offset: true }).optional(),
});

/** Who made a commit: as the request says, else whoever sent it. */
export function signatureOf(
  github: Github,
  login: string,
  input: z.output<typeof signatureInput> | undefined,
): Signature {
  const user = github.store.users.get('', login.toLowerCase());
  const date = input?.date
    ? new Date(input.date).toISOString().replace(/\.\d+Z$/, 'Z')
    : timestamp(github);
  return {
    name: input?.name ?? user?.name ?? login,
    email: input?.email ?? user?.email ?? '',
    date,
  };
}
