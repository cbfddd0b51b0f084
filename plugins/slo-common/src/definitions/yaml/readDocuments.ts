import { LineCounter, parseDocument } from 'yaml';
import type { DefinitionProblem } from '../../types';
import { MAX_DOCUMENTS, MAX_PROBLEMS_PER_DOCUMENT } from '../limits';
import { faultsOf, isTooDeep, TOO_DEEP } from './faults';
import { SourceDocument } from './SourceDocument';
import { splitDocuments, type DocumentText } from './split';

interface Reading {
  documents: SourceDocument[];
  problems: DefinitionProblem[];
}

/** What the YAML library throws for input that would eat all memory or the stack. */
function refusal(error: unknown): string | undefined {
  if (error instanceof ReferenceError && /^Unresolved/.test(error.message)) {
    return 'uses an alias (*name) without its anchor (&name); write the value out';
  }
  if (error instanceof ReferenceError) {
    return 'refers to so many copies of its own parts that reading it would exhaust memory (an alias bomb); write the values out';
  }
  if (error instanceof RangeError) {
    return TOO_DEEP;
  }
  return undefined;
}

function readDocument({ text, line }: DocumentText, file: string): Reading {
  const problem = (message: string, at = line): DefinitionProblem => ({
    file,
    line: at,
    message,
    severity: 'error',
  });
  if (isTooDeep(text)) {
    return { documents: [], problems: [problem(`This document ${TOO_DEEP}.`)] };
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    });
    const faults = faultsOf(document);
    if (faults.length > 0) {
      return {
        documents: [],
        problems: faults
          .slice(0, MAX_PROBLEMS_PER_DOCUMENT)
          .map(({ message, offset }) =>
            problem(
              `This document is not valid YAML: ${message}`,
              lines.linePos(offset).line + line - 1,
            ),
          ),
      };
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return {
      documents:
        value === null
          ? []
          : [new SourceDocument(value, document, lines, line)],
      problems: [],
    };
  } catch (error) {
    const reason = refusal(error);
    if (!reason) {
      throw error;
    }
    return { documents: [], problems: [problem(`This document ${reason}.`)] };
  }
}

/** Reads every document of a file by itself: a broken one harms no other. */
export function readDocuments(text: string, file: string): Reading {
  const pieces = splitDocuments(text);
  const reading: Reading = { documents: [], problems: [] };
  for (const piece of pieces.slice(0, MAX_DOCUMENTS)) {
    const { documents, problems } = readDocument(piece, file);
    reading.documents.push(...documents);
    reading.problems.push(...problems);
  }
  if (pieces.length > MAX_DOCUMENTS) {
    reading.problems.push({
      file,
      line: pieces[MAX_DOCUMENTS].line,
      message: `The file holds ${pieces.length} documents and only the first ${MAX_DOCUMENTS} were read: split it into several files.`,
      severity: 'error',
    });
  }
  return reading;
}
