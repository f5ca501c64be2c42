import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ContractorId } from '../../../preload/contract/identities.ts';
import type { SituationCode } from '../../../preload/contract/situations.ts';
import { paths, registerUserRequestSchema } from '../../protocol/protocol.ts';
import { addUser, readUsers } from '../accounts/users.ts';
import type { BankParts } from '../bank-parts.ts';
import { readPapers } from '../storage/papers.ts';
import { moveUserAway } from './neighbour.ts';

/**
 * A second administrator of the demo company who is always a moment quicker, for the situations that take
 * two: the ID was registered, or the user deleted, after the list was read. The refusal is the bank's own.
 */

const aboutUser = z.object({ userId: registerUserRequestSchema.shape.userId });
const rivalsUser = '別の管理者が登録した利用者';

/** @param situation read again at each request */
export function addRivalHook(server: FastifyInstance, parts: BankParts, dataDir: string, situation: () => SituationCode | null): void {
  server.addHook('preHandler', async (request) => {
    const code = situation();
    if (code !== 'user-id-taken' && code !== 'user-not-found') return;
    const about = aboutUser.safeParse(request.body);
    if (!about.success) return;
    const { contractorId } = readPapers(parts.database, dataDir).customerCard;
    const { userId } = about.data;
    if (code === 'user-id-taken' && request.method === 'POST' && request.url === paths.users)
      parts.recordSituationChange([code], () => register(parts, contractorId, userId));
    if (code === 'user-not-found' && request.method === 'PUT') parts.recordSituationChange([code], () => moveUserAway(parts.database, contractorId, userId));
  });
}

function register(parts: BankParts, contractorId: ContractorId, userId: string): void {
  if (readUsers(parts.database, contractorId).some((user) => user.userId === userId)) return;
  addUser(parts.database, contractorId, { userId, name: rivalsUser, logonHash: parts.decoyHash, confirmationHash: parts.decoyHash });
}
