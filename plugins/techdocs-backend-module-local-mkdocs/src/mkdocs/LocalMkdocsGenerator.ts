import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { ForwardedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  TechdocsGenerator,
  type GeneratorOptions,
  type GeneratorRunOptions,
} from '@backstage/plugin-techdocs-node';
import { MkdocsFailedError } from './LocalRunner';
import type { MkdocsInstallation } from './MkdocsInstallation';

/**
 * The stock generator, with all its checks of mkdocs.yml, that prepares mkdocs
 * before it needs it.
 */
export class LocalMkdocsGenerator extends TechdocsGenerator {
  readonly #installation: MkdocsInstallation;

  constructor(
    options: Required<GeneratorOptions> & {
      config: RootConfigService;
      installation: MkdocsInstallation;
    },
  ) {
    super({
      logger: options.logger,
      containerRunner: options.containerRunner,
      scmIntegrations: ScmIntegrations.fromConfig(options.config),
      config: withContainer(options.config),
    });
    this.#installation = options.installation;
  }

  /** {@inheritDoc @backstage/plugin-techdocs-node#TechdocsGenerator.run} */
  async run(options: GeneratorRunOptions): Promise<void> {
    await this.#installation.prepare(line => options.logger.info(line));
    try {
      await super.run(options);
    } catch (error) {
      // What the stock generator puts around it are temporary folders.
      if (
        error instanceof ForwardedError &&
        error.cause instanceof MkdocsFailedError
      ) {
        throw error.cause;
      }
      throw error;
    }
  }
}

/** Only as a container does the stock generator let others run mkdocs. */
function withContainer(config: RootConfigService): RootConfigService {
  const generator = config.getOptional<object>('techdocs.generator');
  return new ConfigReader({
    techdocs: { generator: { ...generator, runIn: 'docker' } },
  });
}
