import { read } from 'node:fs';
import { promisify } from 'node:util';
import { errnoOf } from '../support/whole-file.ts';

const readSome = promisify(read);

/**
 * Reads what is open under a number, pipes too, to its end.
 * @param limit bytes; what comes after them is left
 * @throws what the system says of it
 */
export async function readDescriptor(descriptor: number, limit: number): Promise<Uint8Array> {
  const content = Buffer.alloc(limit);
  let length = 0;
  while (length < limit) {
    // Windows says EOF of a pipe that was closed at its other end.
    const { bytesRead } = await readSome(descriptor, content, length, limit - length, null).catch((error: unknown) => {
      if (errnoOf(error) === 'EOF') return { bytesRead: 0 };
      throw error;
    });
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return content.subarray(0, length);
}
