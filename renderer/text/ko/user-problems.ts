import type { ProblemText, UserCode } from '../advice.ts';

/** As in English, the bank's labels keep their original beside them. */
export const koUserProblems: Readonly<Record<UserCode, ProblemText>> = {
  'logged-off': {
    title: '로그오프되었습니다(ログオフ).',
    why: '안전을 위해 한동안 은행과 통신이 없으면 자동으로 로그오프됩니다. 이미 마친 변경은 그대로 등록되어 있습니다.',
    next: '로그온 비밀번호(ご契約先暗証番号)로 다시 로그온해 주십시오.',
  },
  'confirmation-refused': {
    title: '확인 비밀번호(ご契約先確認暗証番号)가 일치하지 않습니다.',
    why: '입력하신 확인 비밀번호가 은행에 등록된 것과 다릅니다. 변경은 등록되지 않았습니다.',
    next: '개통 확인에서 설정한 관리자의 확인 비밀번호를 대문자와 소문자에 유의하여 입력해 주십시오.',
  },
  'user-suspended': {
    title: '이 이용자는 정지 중(停止中)입니다.',
    why: '관리자가 이 이용자의 이용을 정지했습니다.',
    next: '관리자가 ‘이용자 정보 변경 (利用者情報変更)’ 화면에서 이용을 재개하면 로그온할 수 있습니다.',
  },
  'user-id-rule-violated': {
    title: '이 이용자 ID(利用者ID)는 등록할 수 없습니다.',
    why: '은행의 규칙에 맞지 않는 이용자 ID입니다.',
    next: '반각 영문자와 숫자로 정해진 길이의 이용자 ID를 입력해 주십시오.',
  },
  'user-id-taken': {
    title: '이 이용자 ID(利用者ID)는 이미 사용되고 있습니다.',
    why: '같은 이용자 ID(대문자와 소문자만 다른 것을 포함)가 등록되어 있습니다.',
    next: '다른 이용자 ID를 입력해 주십시오.',
  },
  'user-registered-already': {
    title: '이 이용자는 이미 등록된 것으로 보입니다.',
    why: '조금 전 등록의 응답은 받지 못했지만 은행에서는 완료된 것으로 보입니다. 같은 이용자 ID와 이름이 목록에 있습니다.',
    next: '‘이용자 정보 선택 (利用者情報選択)’ 화면에서 확인해 주십시오. 다시 등록하실 필요는 없습니다.',
  },
  'user-limit-reached': {
    title: '이용자를 더 등록할 수 없습니다.',
    why: '등록할 수 있는 이용자 수의 상한에 도달했습니다.',
    next: '사용하지 않는 이용자의 삭제나 상한에 대해서는 은행에 문의해 주십시오.',
  },
  'user-not-found': {
    title: '이 이용자는 등록되어 있지 않습니다.',
    why: '이용자의 등록이 다른 화면이나 은행에서 변경되었을 수 있습니다.',
    next: '‘이용자 정보 선택 (利用者情報選択)’ 화면으로 돌아가 다시 선택해 주십시오.',
  },
};
