import {
  type DefinitionProblem,
  getSloFiles,
  parseDefinitions,
  type SloDefinition,
} from '@arctiq/plugin-slo-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { FileReading } from '../store/DefinitionStore';
import { locateFile, type LocateOptions } from './locateFile';
import { readFile, type ReadFileOptions } from './readFile';

/** Counts up when the parser understands more, so that unchanged files are read again. */
const PARSER = 'parser-1 ';

/** What {@link readComponent} needs. */
export interface ReadComponentOptions extends LocateOptions, ReadFileOptions {
  maxFiles: number;
}

/** What all files of a component say. */
export interface ComponentReading {
  definitions: SloDefinition[];
  readings: FileReading[];
}

/** What was known of a component before. */
export interface Before {
  definitions: SloDefinition[];
  readings: FileReading[];
}

/**
 * Reads the files that an entity names. A file that cannot be read, or a
 * definition that cannot be understood, keeps its last good state, with the
 * problem beside it: measurement must not stop over a typing error.
 *
 * @param entity - with the annotation
 * @param before - what was known of it
 * @param now - ISO 8601
 */
export async function readComponent(
  entity: Entity,
  before: Before,
  options: ReadComponentOptions,
  now: string,
  signal: AbortSignal,
): Promise<ComponentReading> {
  const files = getSloFiles(entity);
  const result: ComponentReading = { definitions: [], readings: [] };
  for (const file of new Set(files.slice(0, options.maxFiles))) {
    const one = await readOne(entity, file, before, options, now, signal);
    addFile(result, one);
  }
  if (files.length > options.maxFiles) {
    const excess = files[options.maxFiles];
    result.readings.push({
      entityRef: stringifyEntityRef(entity),
      file: excess.slice(0, 1000),
      problems: [
        problem(
          excess,
          `The annotation names ${files.length} files, and ${options.maxFiles} are read; join them.`,
        ),
      ],
    });
  }
  return result;
}

interface OneFile {
  definitions: SloDefinition[];
  reading: FileReading;
}

async function readOne(
  entity: Entity,
  file: string,
  before: Before,
  options: ReadComponentOptions,
  now: string,
  signal: AbortSignal,
): Promise<OneFile> {
  const entityRef = stringifyEntityRef(entity);
  const location = locateFile(entity, file, options);
  if (location.problem !== undefined) {
    const name = file.slice(0, 1000);
    return {
      // What may not be read may not count either.
      definitions: [],
      reading: {
        entityRef,
        file: name,
        problems: [problem(name, location.problem)],
      },
    };
  }
  const { url } = location;
  const last = before.readings.find(reading => reading.file === url);
  const kept = before.definitions.filter(({ source }) => source.file === url);
  const etag = last?.etag?.startsWith(PARSER)
    ? last.etag.slice(PARSER.length)
    : undefined;
  const content = await readFile(url, etag, options, signal);
  if (content.state === 'unchanged') {
    const reading = { entityRef, file: url, problems: [], ...last };
    return { definitions: kept, reading: { ...reading, readAt: now } };
  }
  if (content.state === 'failed') {
    const since =
      kept.length > 0
        ? ` The ${kept.length} definitions of ${
            last?.readAt ?? 'before'
          } stay in force.`
        : '';
    return {
      definitions: kept,
      reading: {
        entityRef,
        file: url,
        readAt: last?.readAt,
        problems: [
          problem(url, `The file cannot be read: ${content.reason}.${since}`),
        ],
      },
    };
  }
  const parsed = parseDefinitions(content.text, { file: url, entityRef });
  const hasErrors = parsed.problems.some(
    ({ severity }) => severity === 'error',
  );
  const ids = new Set(parsed.definitions.map(({ id }) => id));
  return {
    definitions: [
      ...parsed.definitions,
      // One that vanished beside an error is likely the one that has it.
      ...(hasErrors ? kept.filter(({ id }) => !ids.has(id)) : []),
    ],
    reading: {
      entityRef,
      file: url,
      etag: content.etag && `${PARSER}${content.etag}`,
      readAt: now,
      problems: parsed.problems,
    },
  };
}

/** Of two definitions with one id, the first file wins, and the second says so. */
function addFile(result: ComponentReading, { definitions, reading }: OneFile) {
  const problems = [...reading.problems];
  for (const definition of definitions) {
    const other = result.definitions.find(({ id }) => id === definition.id);
    if (!other) {
      result.definitions.push(definition);
    } else {
      problems.push({
        ...problem(
          reading.file,
          `The SLO '${definition.name}' stands in ${other.source.file} too, which counts; give one of them another name.`,
        ),
        line: definition.source.line,
      });
    }
  }
  result.readings.push({ ...reading, problems });
}

function problem(file: string, message: string): DefinitionProblem {
  return { file, message, severity: 'error' };
}
