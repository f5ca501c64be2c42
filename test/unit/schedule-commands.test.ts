import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Run } from '../../main/certificate/stores/run.ts';
import { agentFile } from '../../main/cli/schedule/launchd.ts';
import { isFit, timeOfDay } from '../../main/cli/schedule/scheduled-run.ts';
import { quoteForSystemd, unitFiles } from '../../main/cli/schedule/systemd.ts';
import { quoteForWindows, taskFile } from '../../main/cli/schedule/task-scheduler.ts';
import { answerOf, kaitsu, linuxPc, registryOf } from '../support/command-world.ts';
import { parseXml, type XmlElement } from '../support/parse-xml.ts';
import { policyDisk } from '../support/policy-disk.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kaitsu 日本 '));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const hostile = ['/opt/かいつう ソフト/node', '/a b/$HOME/%h "x" \\n `id`;&<>\'.cjs', 'certificate', '--data', "/家/Kaitsu's data\\"] as const;
const run = { command: hostile, hour: 10, minute: 5 };

/** Tools that note how they are called; those that are named end badly. */
function noted(failing: readonly string[] = []): { readonly calls: (readonly string[])[]; readonly run: Run; readonly read: string[] } {
  const [calls, read]: [(readonly string[])[], string[]] = [[], []];
  return {
    calls,
    read,
    run: async (tool, words) => {
      calls.push([tool, ...words]);
      const file = words[words.indexOf('/xml') + 1];
      if (file !== undefined && existsSync(file)) read.push(readFileSync(file, 'utf16le'));
      return { kind: 'ended', code: words.some((word) => failing.includes(word)) ? 1 : 0, stdout: '', stderr: '' };
    },
  };
}

/** What systemd makes of a command line: systemd.service(5), "Command lines", with the colon before the program. */
function readBySystemd(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, inner = '']) => inner.replace(/\\(.)/gu, '$1').replaceAll('%%', '%'));
}

/** What a program finds in argv: the rules of CommandLineToArgvW for quoted words. */
function readByWindows(line: string): string[] {
  const words: string[] = [];
  let [word, quoted, slashes, begun] = ['', false, 0, false];
  for (const sign of `${line} `) {
    if (sign === '\\') {
      slashes += 1;
      continue;
    }
    word += '\\'.repeat(sign === '"' ? slashes >> 1 : slashes);
    const literal = sign === '"' && slashes % 2 === 1;
    begun ||= slashes > 0;
    slashes = 0;
    if (sign === '"' && !literal) [quoted, begun] = [!quoted, true];
    else if (sign === ' ' && !quoted) {
      if (begun) words.push(word);
      [word, begun] = ['', false];
    } else [word, begun] = [word + sign, true];
  }
  return words;
}

const textOf = (element: XmlElement, ...path: readonly string[]): string => {
  const [name, ...rest] = path;
  if (name === undefined) return element.text;
  const child = element.children.find((one) => one.name === name);
  return child === undefined ? '' : textOf(child, ...rest);
};
const plainXml = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

describe('the words of a run', () => {
  test('stand in a systemd unit so that each arrives as it is', () => {
    const files = unitFiles(run);
    expect(files['kaitsu-renewal.service']).toBe(`[Unit]
Description=Kaitsu: renews the certificate when its time has come

[Service]
Type=oneshot
ExecStart=":/opt/かいつう ソフト/node" "/a b/$HOME/%%h \\"x\\" \\\\n \`id\`;&<>'.cjs" "certificate" "--data" "/家/Kaitsu's data\\\\"
SuccessExitStatus=5
TimeoutStartSec=1h
`);
    expect(files['kaitsu-renewal.timer']).toContain('OnCalendar=*-*-* 10:05:00\nPersistent=true\n');
    const [, line = ''] = /^ExecStart=(.*)$/mu.exec(files['kaitsu-renewal.service'] ?? '') ?? [];
    expect(readBySystemd(line)).toEqual([`:${hostile[0]}`, ...hostile.slice(1)]);
  });

  test('stand in an agent of macOS so that each arrives as it is', () => {
    const file = agentFile(run);
    const strings = [...file.matchAll(/<string>([^<]*)<\/string>/gu)].map(([, text = '']) => plainXml(text));
    expect(strings).toEqual(['jp.kaitsu.desktop.renewal', ...hostile, 'Aqua', 'Background']);
    expect(file).toContain('<key>Hour</key>\n    <integer>10</integer>\n    <key>Minute</key>\n    <integer>5</integer>');
    expect(file).toContain('<key>RunAtLoad</key>\n  <true/>');
  });

  test('stand in a task of Windows so that each arrives as it is', () => {
    const words = ['C:\\Program Files\\node\\node.exe', 'C:\\開通 ソフト\\a&b\\', 'with "quotes" \\"', '--data', "D:\\家's\\"] as const;
    const bytes = taskFile({ ...run, command: words }, 'KAISHA\\山田');
    const text = Buffer.from(bytes).toString('utf16le');
    expect(text.startsWith('\uFEFF<?xml version="1.0" encoding="UTF-16"?>\r\n')).toBe(true);
    const task = parseXml(text.replace(/^.*\?>\s*/u, '').replace(/ xmlns="[^"]*"/u, ''));
    expect(plainXml(textOf(task, 'Actions', 'Exec', 'Command'))).toBe(words[0]);
    expect(readByWindows(plainXml(textOf(task, 'Actions', 'Exec', 'Arguments')))).toEqual(words.slice(1));
    expect(textOf(task, 'Principals', 'Principal', 'UserId')).toBe('KAISHA\\山田');
    expect(textOf(task, 'Triggers', 'CalendarTrigger', 'StartBoundary')).toBe('2026-01-01T10:05:00');
    expect([textOf(task, 'Principals', 'Principal', 'RunLevel'), textOf(task, 'Settings', 'StartWhenAvailable')]).toEqual(['LeastPrivilege', 'true']);
  });

  test('whatever they hold arrives as it is, or is refused', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }).filter(isFit), { minLength: 1, maxLength: 4 }), (words) => {
        expect(readBySystemd(words.map(quoteForSystemd).join(' '))).toEqual(words);
        expect(readByWindows(words.map(quoteForWindows).join(' '))).toEqual(words);
      }),
    );
    for (const bad of ['a\nExecStartPre=/bin/evil', 'a\r', 'a\0b', '\u2028', '\uD800', '\uFFFF']) expect(isFit(bad)).toBe(false);
  });

  it.skipIf(!existsSync('/usr/bin/systemd-analyze'))('are a unit that systemd itself takes', () => {
    const [program, script] = [join(home, 'node $x %h'), join(home, 'k\\n "q".cjs')];
    for (const path of [program, script]) writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 });
    for (const [name, content] of Object.entries(unitFiles({ ...run, command: [program, script, '$HOME', '%n'] }))) writeFileSync(join(home, name), content);
    const [service, timer] = ['kaitsu-renewal.service', 'kaitsu-renewal.timer'].map((name) => join(home, name));
    const env = { ...process.env, XDG_RUNTIME_DIR: home, SYSTEMD_LOG_LEVEL: 'warning' };
    const said = execFileSync('/usr/bin/systemd-analyze', ['verify', '--user', `${service}`, `${timer}`], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(said).toBe('');
  });

  test('are run at a time of their own for each PC, within office hours', () => {
    const times = Array.from({ length: 300 }, (_, index) => timeOfDay(`id:${index}`));
    expect(times.every(({ hour, minute }) => hour >= 10 && hour < 16 && minute >= 0 && minute < 60)).toBe(true);
    expect(new Set(times.map(({ hour }) => hour)).size).toBe(6);
    expect(timeOfDay('id:7')).toEqual(timeOfDay('id:7'));
  });
});

const program = ['/usr/bin/node', '/opt/kaitsu/kaitsu.cjs'];

describe('the schedule on Linux', () => {
  const pc = (tools: ReturnType<typeof noted>) => ({ ...linuxPc(home), run: tools.run });
  const units = () => join(home, '.config/systemd/user');

  test('is installed, shown and removed, with tools called by their whole path', async () => {
    const tools = noted();
    const installed = await answerOf('schedule install', ['--data', join(home, 'データ')], pc(tools));
    expect(installed).toMatchObject({ code: 0, answer: { outcome: 'installed', place: join(units(), 'kaitsu-renewal.timer') } });
    expect(installed.answer.command).toEqual([...program, 'certificate', 'renew', '--unattended', '--data', join(home, 'データ')]);
    expect(tools.calls).toEqual([
      ['/usr/bin/systemctl', '--user', 'daemon-reload'],
      ['/usr/bin/systemctl', '--user', 'enable', '--now', 'kaitsu-renewal.timer'],
    ]);
    const shown = await answerOf('schedule show', [], pc(tools));
    expect(shown.answer).toMatchObject({ installed: true, active: true, content: expect.stringContaining(`"${join(home, 'データ')}"`) });
    expect((await kaitsu(['schedule', 'show'], { ...pc(noted(['is-enabled'])), locale: 'ja' })).printed).toContain('(無効)');
    expect(await answerOf('schedule remove', [], pc(tools))).toMatchObject({ code: 0, answer: { removed: true } });
    expect(readdirSync(units())).toEqual([]);
    expect(await answerOf('schedule remove', [], pc(tools))).toMatchObject({ code: 0, answer: { removed: false } });
    expect(await answerOf('schedule show', [], pc(tools))).toMatchObject({ code: 0, answer: { installed: false, active: false } });
  });

  test('leaves nothing behind where systemd refuses', async () => {
    expect(await answerOf('schedule install', [], pc(noted(['enable'])))).toMatchObject({
      code: 4,
      answer: { outcome: 'refused', refusal: { reason: 'schedule-refused' } },
    });
    expect(readdirSync(units())).toEqual([]);
  });

  test('is refused by the policy, and for a path with a line feed, before anything is written', async () => {
    const forbidden = { ...pc(noted()), disk: policyDisk({ schemaVersion: 1, unattendedRenewalAllowed: false }) };
    expect(await answerOf('schedule install', [], forbidden)).toMatchObject({ code: 7, answer: { refusal: { reason: 'policy-forbids' } } });
    const words = ['--data', `${home}/a\nExecStartPre=/bin/evil`];
    expect(await answerOf('schedule install', words, pc(noted()))).toMatchObject({ code: 4, answer: { refusal: { reason: 'path-unfit' } } });
    const quoted = { ...pc(noted()), program: ['/opt/"node"', '/opt/kaitsu.cjs'] as const };
    expect(await answerOf('schedule install', [], quoted)).toMatchObject({ code: 4, answer: { refusal: { reason: 'path-unfit' } } });
    expect(readdirSync(home)).toEqual([]);
  });

  test('says what the disk refuses', async () => {
    mkdirSync(join(home, '.config'));
    writeFileSync(join(home, '.config/systemd'), 'a file in the place of the folder');
    expect(await answerOf('schedule install', [], pc(noted()))).toMatchObject({ code: 4, answer: { refusal: { problem: { code: 'disk-refused' } } } });
  });
});

test('the schedule on macOS replaces an earlier agent, and belongs to the person’s own session', async () => {
  const tools = noted();
  const mac = { ...linuxPc(home), platform: 'darwin' as const, userId: 501, run: tools.run };
  const path = join(home, 'Library/LaunchAgents/jp.kaitsu.desktop.renewal.plist');
  expect(await answerOf('schedule install', [], mac)).toMatchObject({ code: 0, answer: { place: path } });
  expect(readFileSync(path, 'utf8')).toContain('<string>--unattended</string>');
  expect(tools.calls.filter(([tool]) => tool === '/bin/launchctl')).toEqual([
    ['/bin/launchctl', 'bootout', 'gui/501/jp.kaitsu.desktop.renewal'],
    ['/bin/launchctl', 'bootstrap', 'gui/501', path],
  ]);
  expect(await answerOf('schedule remove', [], mac)).toMatchObject({ answer: { removed: true } });
  expect(existsSync(path)).toBe(false);
});

describe('the schedule on Windows', () => {
  const windows = (tools: ReturnType<typeof noted>, more = {}) => ({
    platform: 'win32' as const,
    environment: { SystemRoot: 'D:\\Windows', USERDOMAIN: 'KAISHA', USERNAME: '山田', APPDATA: home },
    temporary: home,
    run: (async (tool, words, options) => (tool.endsWith('reg.exe') ? registryOf()(tool, words, options) : tools.run(tool, words, options))) as Run,
    ...more,
  });

  test('is handed over in a file that is gone afterwards', async () => {
    const tools = noted();
    expect(await answerOf('schedule install', [], windows(tools))).toMatchObject({ code: 0, answer: { place: '\\Kaitsu\\Certificate renewal' } });
    const [[tool, ...words] = []] = tools.calls;
    expect([tool, words.slice(0, 4), words.at(-1)]).toEqual([
      'D:\\Windows\\System32\\schtasks.exe',
      ['/create', '/tn', '\\Kaitsu\\Certificate renewal', '/xml'],
      '/f',
    ]);
    expect(tools.read[0]).toContain('<UserId>KAISHA\\山田</UserId>');
    expect(readdirSync(home)).toEqual([]);
    expect(await answerOf('schedule remove', [], windows(tools))).toMatchObject({ answer: { removed: true } });
    expect(tools.calls.at(-1)).toEqual(['D:\\Windows\\System32\\schtasks.exe', '/delete', '/tn', '\\Kaitsu\\Certificate renewal', '/f']);
    expect(await answerOf('schedule show', [], windows(noted(['/query'])))).toMatchObject({ answer: { installed: false } });
  });

  it.each(['C:\\%TEMP%\\kaitsu.cjs', 'C:\\$(Arg0)\\kaitsu.cjs'])('is refused for %s, in which the scheduler would replace something', async (path) => {
    const tools = noted();
    expect(await answerOf('schedule install', [], windows(tools, { program: ['C:\\node.exe', path] }))).toMatchObject({
      answer: { refusal: { reason: 'path-unfit' } },
    });
    expect(tools.calls).toEqual([]);
  });
});
