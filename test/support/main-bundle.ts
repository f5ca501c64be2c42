import { build } from 'vite';

export type Chunk = {
  readonly fileName: string;
  readonly moduleIds: readonly string[];
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
};

/** The chunks of main's bundle, as `npm run build` makes them. */
export async function chunksOfMain(): Promise<ReadonlyMap<string, Chunk>> {
  const built = await build({ mode: 'main', logLevel: 'silent', build: { write: false } });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])));
}

/** Modules that are loaded together with a chunk: those of its own and of what it imports, except by import(). */
export function loadedWith(chunks: ReadonlyMap<string, Chunk>, name: string, seen = new Set<string>()): readonly string[] {
  const chunk = chunks.get(name);
  if (chunk === undefined || seen.has(name)) return [];
  seen.add(name);
  return [...chunk.moduleIds, ...chunk.imports.flatMap((one) => loadedWith(chunks, one, seen))];
}

/** The same, with what is loaded by import() from there. */
export function loadedLater(chunks: ReadonlyMap<string, Chunk>, name: string): readonly string[] {
  return chunks.get(name)?.dynamicImports.flatMap((one) => loadedWith(chunks, one)) ?? [];
}
