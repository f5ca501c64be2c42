/** Style and script of the logon page: data of the bank, sent with a nonce each time. */
export const logonStyle = `
:root { color-scheme: light dark; --ink: #1b2733; --soft: #5a6875; --paper: #f5f3ee; --card: #fff; --line: #d9d4c8; --deep: #1f4e5f; --bad: #a3262a; --good: #22633c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --soft: #a9b3bb; --paper: #14191e; --card: #1d242b; --line: #37424c; --deep: #7fc0d4; --bad: #ff9d97; --good: #8fd6aa; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.8 "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", sans-serif; }
header { display: flex; align-items: center; gap: 1rem; padding: 1rem 2rem; border-bottom: 1px solid var(--line); background: var(--card); }
.name { font-weight: 700; letter-spacing: .08em; }
.mark { padding: 0 .7em; border: 1px solid currentColor; border-radius: 99px; color: var(--bad); font-size: .8rem; }
main { max-width: 30rem; margin: 8vh auto; padding: 2.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
h1 { margin: 0 0 1.5rem; font-size: 1.5rem; letter-spacing: .04em; }
dl { display: grid; gap: .1rem; margin: 0 0 2rem; }
dt { color: var(--soft); font-size: .85rem; }
dd { margin: 0 0 .8rem; }
.number { font-variant-numeric: tabular-nums; letter-spacing: .08em; }
label { font-weight: 700; }
#hint { margin: 0 0 .4rem; color: var(--soft); font-size: .85rem; }
input { width: 100%; padding: .7rem .9rem; border: 1px solid var(--soft); border-radius: 8px; background: transparent; color: inherit; font: inherit; }
button { width: 100%; margin-top: 1.2rem; padding: .8rem; border: 0; border-radius: 8px; background: var(--deep); color: var(--card); font: inherit; font-weight: 700; cursor: pointer; }
button:disabled { opacity: .6; cursor: default; }
:focus-visible { outline: 3px solid var(--deep); outline-offset: 2px; }
#message:empty { display: none; }
#message { margin: 1.2rem 0 0; font-weight: 700; }
.refused { color: var(--bad); }
.done { color: var(--good); }
.code { color: var(--soft); font-size: .85rem; }
`;

export const logonScript = `
'use strict';
const form = document.getElementById('logon');
const pin = document.getElementById('pin');
const message = document.getElementById('message');
const button = form.querySelector('button');
const show = (kind, text) => { message.className = kind; message.textContent = text; };
const refusal = (problem) => {
  switch (problem.code) {
    case 'logon-refused': return 'ご契約先暗証番号が違います。あと' + problem.attemptsLeft + '回間違えると、暗証番号ロック状態となります。';
    case 'pin-locked': return '暗証番号ロック状態です。営業店へロック解除をご依頼ください。';
    case 'step-out-of-order': return '管理者の開通確認を先に行ってください。';
    default: return 'ログオンできませんでした。（' + problem.code + '）';
  }
};
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  const body = JSON.stringify({ role: 'administrator', contractorId: form.dataset.contractorId, logonPin: pin.value });
  pin.value = '';
  try {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const answer = await fetch(form.dataset.address, { method: 'POST', headers, body });
    const content = await answer.json();
    if (answer.ok) { form.hidden = true; show('done', 'ログオンしました'); }
    else { show('refused', refusal(content)); pin.focus(); }
  } catch {
    show('refused', '通信できませんでした。もう一度お試しください。');
  } finally {
    button.disabled = false;
  }
});
`;
