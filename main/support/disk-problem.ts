import { type DiskCode, type Failure, failure } from '../../preload/contract/problem.ts';

const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * What a failed write to the disk means for the person.
 * @param error what node:fs threw
 * @returns disk-full where there is no room, disk-refused for all else (rights, read-only, a folder in the way)
 */
export function diskProblem(error: unknown): Failure<DiskCode> {
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return failure(fullCodes.has(code) ? 'disk-full' : 'disk-refused');
}
