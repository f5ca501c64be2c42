import { failure, type Outcome } from '../../preload/contract/problem.ts';
import { type BankKeeper, createBankKeeper } from '../bank-file/bank-keeper.ts';
import { loadPrescribedBank } from '../bank-file/prescribed-bank.ts';
import { placesOfBank } from '../places/known-banks.ts';
import { settleBanks } from '../places/settle-banks.ts';
import { areBetween, standingAt } from '../places/standing.ts';
import { bankRuleOf } from '../policy/bank-rule.ts';
import { readMachinePolicy } from '../policy/machine-policy.ts';
import { readWhole } from '../support/whole-file.ts';
import { type AddAnswer, addAnswer, bankAnswerOf, fileAnswerOf, listAnswer, prescribedAnswerOf, removeAnswer, sayFile } from './bank-answers.ts';
import { type Asked, type Command, type CommandMachine, command, type Exit } from './command-line.ts';
import { alone, dataOption, folderOf } from './command-program.ts';
import { exitOfProblem, type ProblemAnswer, problemAnswerOf, sayProblem } from './problem-sentences.ts';
import { done, type Refusal } from './refusal.ts';

/** The banks that are taken on this PC. */

async function openBanks(asked: Asked, machine: CommandMachine) {
  const folder = folderOf(asked, machine);
  const rule = bankRuleOf(await readMachinePolicy(machine));
  return { folder, rule, keeper: createBankKeeper({ folder, rule, now: machine.now }) };
}

const standingIn = (folder: string) => (id: string) => standingAt(folder, id);

/** Not while somebody is on the way at one of its contracts. */
async function removeBank(bankId: string, folder: string, keeper: BankKeeper): Promise<Outcome<boolean>> {
  const places = await placesOfBank(folder, bankId);
  if (places === null) return failure('file-unavailable');
  return (await areBetween(places, standingIn(folder))) ? keeper.remove(bankId) : failure('not-now');
}

const refusedAdd = (problem: AddAnswer['problem']): AddAnswer => ({ outcome: 'refused', file: null, problem });

async function addFile({ argument, options }: Asked, folder: string, keeper: BankKeeper): Promise<{ readonly exit: Exit; readonly answer: AddAnswer }> {
  const file = await readWhole(argument ?? '');
  if (file.kind !== 'content')
    return { exit: 'refused', answer: refusedAdd(problemAnswerOf({ code: 'file-unavailable', remark: { from: 'check', text: file.kind } })) };
  const taking = await keeper.take(file.content, options.fingerprint ?? null);
  if (!taking.ok) return { exit: exitOfProblem(taking.problem.code), answer: refusedAdd(problemAnswerOf(taking.problem)) };
  const { kind } = taking.value;
  const { id } = taking.value.file.content.profile;
  const places = await placesOfBank(folder, id);
  const settled = await settleBanks(keeper, places === null ? [] : [{ id, waits: kind === 'waiting', places }], standingIn(folder));
  return {
    exit: kind === 'compare' ? 'waiting' : 'done',
    answer: { outcome: settled.ok && settled.value.length > 0 ? 'taken' : kind, file: fileAnswerOf(taking.value.file), problem: null },
  };
}

/** Who else is at work, in the shape of these commands' answers. */
const busyProblem = ({ reason, problem }: Refusal): ProblemAnswer => problem ?? problemAnswerOf({ code: 'not-now', remark: { from: 'check', text: reason } });

const add = command({
  name: 'bank add',
  argument: { name: 'FILE', isNeeded: true },
  options: {
    fingerprint: {
      value: 'NUMBER',
      about: { ja: '銀行の書面に印刷された確認番号（秘密ではありません）', en: 'the fingerprint that the bank printed on paper (no secret)' },
    },
    ...dataOption,
  },
  about: {
    ja: '銀行ファイルを確かめて登録します。はじめての銀行では、書面の確認番号が必要です',
    en: 'verify a bank file and take it; a bank that is new wants the fingerprint from paper',
  },
  answer: addAnswer,
  async run(asked, machine) {
    const { folder, keeper } = await openBanks(asked, machine);
    const held = await alone(folder, machine, async () => done(await addFile(asked, folder, keeper)));
    return held.ok ? held.value : { exit: held.exit, answer: refusedAdd(busyProblem(held.refusal)) };
  },
  say({ outcome, file, problem }, language) {
    const ja = language === 'ja';
    if (problem !== null || file === null) return problem === null ? [] : [sayProblem(problem, language)];
    switch (outcome) {
      case 'compare':
        return [
          ...sayFile(file, language),
          '',
          ja
            ? 'まだ登録していません。銀行から届いた書面の確認番号と、上の番号を 1 組ずつ見比べてください。'
            : 'Nothing is taken yet. Compare this fingerprint, group by group, with the one on the paper that the bank sent.',
          ja
            ? '分からないときは、お客様カードに書かれた電話番号にお尋ねください。このファイルに書かれた番号には、おかけにならないでください。'
            : 'If in doubt, call the number on the customer card. Do not call a number from this file.',
          ja
            ? '同じときは、書面の番号を付けて登録します: bank add FILE --fingerprint 書面の番号'
            : 'If they are the same, take it with the number from paper: bank add FILE --fingerprint NUMBER',
        ];
      case 'waiting':
        return [
          ...sayFile(file, language),
          '',
          ja ? '受け取りました。手続きの途中なので、終わってから使われます。' : 'Taken. A procedure is under way, so it takes effect after it.',
        ];
      case 'same':
        return [ja ? 'すでに登録されています。' : 'It was taken before.'];
      default:
        return [...sayFile(file, language), '', ja ? '登録しました。' : 'Taken.'];
    }
  },
});

const list = command({
  name: 'bank list',
  argument: null,
  options: dataOption,
  about: { ja: '登録されている銀行と、ポリシーで指定された銀行を示します', en: 'show the banks that were taken, and the one that the policy prescribes' },
  answer: listAnswer,
  async run(asked, machine) {
    const { rule, keeper } = await openBanks(asked, machine);
    const [prescribed, kept] = [await loadPrescribedBank(rule, machine), await keeper.list()];
    const problems = [
      ...(prescribed.ok ? [] : [{ bankId: null, ...problemAnswerOf(prescribed.problem) }]),
      ...kept.problems.map(({ bankId, code }) => ({ bankId, ...problemAnswerOf({ code }) })),
    ];
    return {
      exit: problems.length === 0 ? 'done' : 'wrong',
      answer: {
        prescribed: prescribed.ok && prescribed.value !== null ? prescribedAnswerOf(prescribed.value) : null,
        banks: kept.banks.map((bank) => bankAnswerOf(bank, machine.now())),
        problems,
      },
    };
  },
  say({ prescribed, banks, problems }, language) {
    const ja = language === 'ja';
    const by = prescribed === null ? [] : [`${ja ? 'ポリシーで指定された銀行' : 'Prescribed by the policy'}: ${prescribed.name[language]} (${prescribed.id})`];
    const each = banks.flatMap(({ current, expired, waiting }) => [
      ...sayFile(current, language),
      ...(expired ? [ja ? '期限が過ぎています。銀行から新しいファイルを受け取ってください。' : 'Its time is over. Get a new file from the bank.'] : []),
      ...(waiting === null ? [] : [ja ? `手続きの後に、版 ${waiting.version} が使われます。` : `Version ${waiting.version} takes effect after the procedure.`]),
      '',
    ]);
    const wrong = problems.map((problem) => `${problem.bankId ?? (ja ? 'ポリシー' : 'policy')}: ${sayProblem(problem, language)}`);
    const none = by.length + each.length + wrong.length === 0 ? [ja ? '登録されている銀行はありません。' : 'No bank was taken.'] : [];
    return [...by, ...each, ...wrong, ...none];
  },
});

const remove = command({
  name: 'bank remove',
  argument: { name: 'ID', isNeeded: true },
  options: dataOption,
  about: { ja: '登録した銀行と、その署名者の確認を取り消します', en: 'forget a bank that was taken, and that its signer was verified' },
  answer: removeAnswer,
  async run(asked, machine) {
    const { folder, keeper } = await openBanks(asked, machine);
    const held = await alone(folder, machine, async () => done(await removeBank(asked.argument ?? '', folder, keeper)));
    if (!held.ok) return { exit: held.exit, answer: { removed: false, problem: busyProblem(held.refusal) } };
    const removed = held.value;
    if (!removed.ok) return { exit: exitOfProblem(removed.problem.code), answer: { removed: false, problem: problemAnswerOf(removed.problem) } };
    return { exit: removed.value ? 'done' : 'wrong', answer: { removed: removed.value, problem: null } };
  },
  say({ removed, problem }, language) {
    const ja = language === 'ja';
    if (problem !== null) return [sayProblem(problem, language)];
    if (removed) return [ja ? '削除しました。' : 'Removed.'];
    return [ja ? 'その銀行は登録されていません。' : 'There is no such bank.'];
  },
});

export const bankCommands: readonly Command[] = [add, list, remove];
