import { open } from 'node:fs/promises';
import type { FileBytes } from './looked';

/** Has a file looked at, which is closed again whatever comes of it. */
export async function withBytes<Result>(
  path: string,
  look: (file: FileBytes) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return await look({
      size,
      async read(from, length) {
        const wanted = Math.max(0, Math.min(length, size - from));
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, from);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}
