import { describe, expect, test } from 'vitest';
import { identifyInputSchema, logOnInputSchema, setPinsInputSchema } from '../../preload/contract/procedure.ts';
import { changeUserInputSchema } from '../../preload/contract/users.ts';
import { goodBank, marked, pins, procedureWorld, walkTo } from './procedure-world.ts';

/** What can never be right as a PIN of any bank. */
const hopeless = ['さくら2024', 'Umi8\u200BSora42', '\uFEFFUmi8Sora42', 'Umi8Sora42\t', 'Umi8\u00A0Sora42', 'café2024', 'Umi8Sora\uFE0F42', ''];

describe('a PIN that exists', () => {
  test.each(hopeless)('does not cross the border where it can never be right: %j', (entry) => {
    expect(logOnInputSchema.safeParse({ logonPin: entry }).success).toBe(false);
    expect(changeUserInputSchema.safeParse({ userName: '総務課', suspended: false, confirmationPin: entry }).success).toBe(false);
    expect(identifyInputSchema.safeParse({ contractorId: '40718205936', registrationPin: entry }).success).toBe(false);
    expect(setPinsInputSchema.safeParse({ ...pins, registrationPin: entry }).success).toBe(false);
  });

  test.each(['Umi8 Sora42', ' Umi8Sora42', 'さくら2024'])('spends no attempt at the bank where it can never be right: %j', async (logonPin) => {
    let asked = 0;
    const good = goodBank();
    const bank = { ...good, logOn: (...input: Parameters<typeof good.logOn>) => good.logOn(...input).finally(() => asked++) };
    const world = await procedureWorld({ bank });
    await walkTo(world, 'certificateReady');
    expect(await world.procedure.logOn({ logonPin })).toMatchObject({ ok: false, problem: { code: 'input-invalid', field: 'logonPin' } });
    expect(asked).toBe(0);
    expect(world.state()).toMatchObject({ step: 'certificateReady', phase: 'editing' });
    expect(await world.procedure.logOn({ logonPin: marked.logonPin })).toEqual({ ok: true });
    expect(asked).toBe(1);
  });

  test('crosses the border though it follows no rule for new ones', () => {
    for (const logonPin of ['abc', 'sakura', '20240401', 'umi#sora!8']) expect(logOnInputSchema.safeParse({ logonPin }).success).toBe(true);
  });

  test.each(['そうむ@example.jp', 'soumu\u200B@example.jp', 'soumu@example'])('comes with no address that can never be right: %j', (email) => {
    expect(setPinsInputSchema.safeParse({ ...pins, email }).success).toBe(false);
  });
});
