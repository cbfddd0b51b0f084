import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CatalogService,
  CatalogServiceRequestOptions,
} from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { awaitEntity } from '../catalog/awaitEntity';

const DEFAULT_TIMEOUT_SECONDS = 60;

/** The entity that a file is about, from all that it describes. */
function mainEntityOf(entities: Entity[], target: string): Entity {
  const own = entities.filter(({ kind }) => kind !== 'Location');
  const main = own.find(({ kind }) => kind === 'Component') ?? own[0];
  if (!main) {
    throw new InputError(
      `${target} describes no entity: put the component's description into it`,
    );
  }
  return main;
}

/**
 * The action `golden-path:catalog:register`: registers a file on behalf of the
 * person who started the run and waits until that person can see the entity.
 */
export function createCatalogRegisterAction(options: {
  catalog: CatalogService;
}) {
  const { catalog } = options;

  /** Reads the file as the catalog will, so that its errors are known at once. */
  async function describe(
    target: string,
    request: CatalogServiceRequestOptions,
  ): Promise<Entity[]> {
    try {
      const location = { type: 'url', target, dryRun: true };
      return (await catalog.addLocation(location, request)).entities;
    } catch (error) {
      throw new Error(
        `The catalog does not accept ${target}: ${
          Object(error).body?.error?.message ?? Object(error).message
        }. The repository exists; press Retry on the page of this run when the cause is removed`,
        { cause: error },
      );
    }
  }

  return createTemplateAction({
    id: 'golden-path:catalog:register',
    description:
      'Registers a catalog-info.yaml and waits until the entity can be seen',
    schema: {
      input: {
        repoContentsUrl: z =>
          z.string().describe('Address of the files, <repository>/blob/main'),
        catalogInfoPath: z =>
          z.string().optional().describe('Default /catalog-info.yaml'),
        timeoutSeconds: z =>
          z
            .number()
            .positive()
            .optional()
            .describe(`Longest wait; default ${DEFAULT_TIMEOUT_SECONDS}`),
      },
      output: {
        entityRef: z => z.string(),
        catalogInfoUrl: z => z.string(),
      },
    },
    async handler(ctx) {
      const { repoContentsUrl, catalogInfoPath, timeoutSeconds } = ctx.input;
      const target = `${repoContentsUrl.replace(/\/+$/, '')}/${(
        catalogInfoPath ?? 'catalog-info.yaml'
      ).replace(/^\/+/, '')}`;
      const credentials = await ctx.getInitiatorCredentials();
      const request = { credentials };

      const main = mainEntityOf(await describe(target, request), target);
      const entityRef = stringifyEntityRef(main);
      await catalog.addLocation(
        { type: 'url', target, onConflict: 'refresh' },
        request,
      );
      ctx.logger.info(`Registered ${target}; waiting for ${entityRef}`);

      await awaitEntity({
        entityRef,
        target,
        read: () => catalog.getEntityByRef(entityRef, request),
        timeoutMs: (timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
        signal: ctx.signal,
      });
      ctx.logger.info(`${entityRef} is in the catalog`);
      ctx.output('entityRef', entityRef);
      ctx.output('catalogInfoUrl', target);
    },
  });
}
