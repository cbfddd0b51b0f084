/** The backend's own words where an error carries them, else the error's. */
export function messageOf(error: unknown): string {
  const { body, message } = Object(error) as {
    body?: { error?: { message?: string } };
    message?: string;
  };
  return body?.error?.message ?? message ?? String(error);
}
