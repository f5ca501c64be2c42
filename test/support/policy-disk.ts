import type { GuardedDisk } from '../../main/support/guarded-file.ts';

export type Node = {
  readonly kind: 'folder' | 'file' | 'link';
  readonly uid?: number;
  readonly mode?: number;
  readonly content?: Buffer;
  readonly error?: string;
};
export const folder: Node = { kind: 'folder' };

/** A machine's disk by paths; root's own unless said. */
export function diskOf(nodes: Readonly<Record<string, Node>>): GuardedDisk {
  const find = (path: string): Node => {
    const node = nodes[path];
    const error = node === undefined ? 'ENOENT' : node.error;
    if (node === undefined || error !== undefined) throw Object.assign(new Error(error), { code: error });
    return node;
  };
  const looks = ({ kind, uid = 0, mode = kind === 'folder' ? 0o755 : 0o644, content }: Node) => ({
    uid,
    mode,
    size: content?.length ?? 0,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'folder',
  });
  return {
    lstat: async (path) => looks(find(path)),
    async open(path) {
      const node = find(path);
      if (node.kind === 'link') throw Object.assign(new Error('ELOOP'), { code: 'ELOOP' });
      const content = node.content ?? Buffer.alloc(0);
      return {
        stat: async () => looks(node),
        // As the system's handle, for the one way in which it is asked.
        read: (async (buffer: Buffer, offset: number, length: number, position: number) => ({
          bytesRead: content.copy(buffer, offset, position, position + length),
          buffer,
        })) as never,
        close: async () => undefined,
      };
    },
  };
}

/** A Linux PC with this policy. */
export const policyDisk = (policy: object): GuardedDisk =>
  diskOf({ '/': folder, '/etc': folder, '/etc/kaitsu': folder, '/etc/kaitsu/policy.json': { kind: 'file', content: Buffer.from(JSON.stringify(policy)) } });

/** A Linux PC without one. */
export const noPolicy: GuardedDisk = diskOf({ '/': folder, '/etc': folder });
