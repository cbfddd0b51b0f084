import { changelog } from './changelog.mjs';
import { encryption } from './encryption.mjs';
import { example } from './example.mjs';
import { exceptions } from './exceptions.mjs';
import { inputs } from './inputs.mjs';
import { open } from './open.mjs';
import { outputs } from './outputs.mjs';
import { providers } from './providers.mjs';
import { readme } from './readme.mjs';
import { refusals } from './refusals.mjs';
import { tags } from './tags.mjs';
import { versions } from './versions.mjs';

/** The rules that a module is read against. Each is pure: no file, no clock. */
export const rules = [
  inputs,
  outputs,
  refusals,
  readme,
  changelog,
  versions,
  example,
  providers,
  exceptions,
  tags,
  open,
  encryption,
];
