/** As far as it stands in for vitest; @types/bun would bring Bun's globals into every file. */
declare module 'bun:test' {
  type Run = () => unknown;
  type Test = {
    (title: string, run: Run, limit?: number): void;
    skip(title: string, run: Run): void;
    each(table: readonly unknown[]): (title: string, run: (...row: unknown[]) => unknown, limit?: number) => void;
    skipIf(condition: boolean): (title: string, run: Run, limit?: number) => void;
  };
  export const test: Test;
  export const describe: (title: string, run: () => void) => void;
  export const expect: unknown;
  export const beforeAll: (run: Run, limit?: number) => void;
  export const beforeEach: (run: Run, limit?: number) => void;
  export const afterAll: (run: Run, limit?: number) => void;
  export const afterEach: (run: Run, limit?: number) => void;
}
