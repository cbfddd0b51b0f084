import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
} from 'yaml';

/** Way from the root of a document to a value: keys and indexes. */
export type Path = readonly (string | number)[];

interface Place {
  node: Node | undefined;
  /** Offset of the key or item in the text of the document. */
  offset: number;
}

/** One parsed document that still knows where each of its values stands. */
export class SourceDocument {
  constructor(
    readonly value: unknown,
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    /** Line of the file on which the text of the document begins, from 1. */
    private readonly firstLine: number,
  ) {}

  /** Line in the file of the value, or of its nearest ancestor that is there. From 1. */
  line(path: Path): number {
    const { offset } = this.find(path);
    return this.lines.linePos(offset).line + this.firstLine - 1;
  }

  /** What stands in the file for a plain or quoted scalar, before YAML makes a number of it. */
  source(path: Path): string | undefined {
    const { node } = this.find(path);
    return isScalar(node) ? node.source : undefined;
  }

  private find(path: Path): Place {
    const root = this.document.contents ?? undefined;
    let place: Place = { node: root, offset: root?.range[0] ?? 0 };
    for (const step of path) {
      const next = this.child(place.node, step);
      if (!next) {
        return { node: undefined, offset: place.offset };
      }
      place = next;
    }
    return place;
  }

  private child(parent: Node | undefined, step: string | number) {
    const node = isAlias(parent) ? parent.resolve(this.document) : parent;
    if (isMap<Node, Node | null>(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      return (
        pair && {
          node: pair.value ?? undefined,
          offset: pair.key.range?.[0] ?? 0,
        }
      );
    }
    if (isSeq<Node>(node)) {
      const item = node.items[Number(step)];
      return item && { node: item, offset: item.range?.[0] ?? 0 };
    }
    return undefined;
  }
}
