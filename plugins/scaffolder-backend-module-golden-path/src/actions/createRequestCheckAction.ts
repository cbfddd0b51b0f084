import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Problem } from '@arctiq/plugin-golden-path-common';
import { GoldenPathClient } from '../client/GoldenPathClient';

const CONFLICTS = ['entity-exists', 'repository-exists'];

/** One error for all problems, of the class that the worst of them asks for. */
function toError(problems: Problem[]): Error {
  const message = problems.map(problem => problem.message).join(' ');
  if (problems.some(({ code }) => code === 'owner-not-member')) {
    return new NotAllowedError(message);
  }
  return problems.every(({ code }) => CONFLICTS.includes(code))
    ? new ConflictError(message)
    : new InputError(message);
}

/**
 * The action `golden-path:request:check`: verifies on the server what the form
 * verified in the browser, and resolves the references for the next steps.
 */
export function createRequestCheckAction(options: {
  client: GoldenPathClient;
  portalUrl: string;
}) {
  return createTemplateAction({
    id: 'golden-path:request:check',
    description:
      'Checks that a service of this name, owner, system and tier may be created by the person who started the run',
    schema: {
      input: {
        name: z => z.string().describe('Name of the service'),
        owner: z => z.string().describe('Entity ref of the owning group'),
        system: z => z.string().describe('Entity ref of the system'),
        tier: z => z.string().describe('1, 2 or 3'),
      },
      output: {
        name: z => z.string(),
        owner: z => z.string().describe('Full entity ref'),
        ownerName: z => z.string().describe("Slug of the owner's GitHub team"),
        ownerTitle: z => z.string(),
        system: z => z.string().describe('Full entity ref'),
        systemName: z => z.string(),
        repository: z =>
          z.object({
            host: z.string(),
            owner: z.string(),
            name: z.string(),
            htmlUrl: z.string(),
            cloneUrl: z.string(),
          }),
        portalUrl: z => z.string().describe('Public address of the portal'),
      },
    },
    async handler(ctx) {
      const { problems, resolved } = await options.client.check(
        { ...ctx.input, runId: ctx.task.id },
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      for (const problem of problems) {
        if (problem.severity === 'warning') {
          ctx.logger.warn(problem.message);
        }
      }
      if (!resolved) {
        throw toError(problems.filter(({ severity }) => severity === 'error'));
      }
      ctx.output('name', resolved.name);
      ctx.output('owner', resolved.owner);
      ctx.output('ownerName', resolved.ownerName);
      ctx.output('ownerTitle', resolved.ownerTitle);
      ctx.output('system', resolved.system);
      ctx.output('systemName', resolved.systemName);
      ctx.output('repository', { ...resolved.repository });
      ctx.output('portalUrl', options.portalUrl);
      ctx.logger.info(
        `"${resolved.name}" is free; ${resolved.ownerTitle} will own it`,
      );
    },
  });
}
