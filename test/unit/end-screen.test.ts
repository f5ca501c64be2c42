import { describe, expect, it } from 'vitest';
import { websiteHandlers } from '../../main/bank/website.ts';
import { renewalDay } from '../../renderer/screens/logged-on/renewal-day.ts';

describe('the reminder of the renewal', () => {
  it.each([
    ['2027-10-23T06:00:00.000Z', '2027-10-24T01:00:00.000Z'],
    ['2027-10-23T00:59:59.999Z', '2027-10-23T01:00:00.000Z'],
    ['2027-10-23T01:00:00.000Z', '2027-10-23T01:00:00.000Z'],
    ['2027-12-31T23:00:00.000Z', '2028-01-01T01:00:00.000Z'],
  ])('renewable from %s rings at ten in the morning in Japan, and never before', (from, at) => {
    expect(renewalDay(from)).toBe(at);
  });
});

describe("the bank's internet banking", () => {
  it('is opened where the profile says, and it is told whether a browser took it', async () => {
    const opened: string[] = [];
    const handlers = (taken: boolean) => websiteHandlers('https://bank.example/', async (address) => opened.push(address) > 0 && taken);
    expect(await handlers(true).openWebsite(undefined)).toEqual({ ok: true, value: { kind: 'opened' } });
    expect(await handlers(false).openWebsite(undefined)).toEqual({ ok: true, value: { kind: 'notOpened' } });
    expect(opened).toEqual(['https://bank.example/', 'https://bank.example/']);
  });

  it('is not opened where the profile names none', async () => {
    expect(await websiteHandlers(null, async () => true).openWebsite(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
  });
});
