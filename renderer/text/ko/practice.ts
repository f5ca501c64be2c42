import type { SituationTexts } from '../ja/practice.ts';

export const koSituations: SituationTexts = {
  title: '상황 바꾸기 (練習用)',
  note: '선택한 문제가 연습용 은행이나 이 PC에서 실제로 일어나게 합니다.',
  ordinary: '평소대로',
  atBank: '은행에서 일어나는 일',
  onPc: '이 PC에서 일어나는 일',
  moments: {
    'at-once': '이 PC에 전자증명서가 있으면 바로 나타납니다.',
    'next-answer': '다음에 은행으로 전송할 때 나타납니다.',
    'next-press': '다음에 화면의 버튼을 누를 때 나타납니다.',
    identification: '계약자 ID와 등록용 비밀번호를 전송할 때 나타납니다.',
    'wrong-entry': '계약자 ID와 등록용 비밀번호 화면에서 다음에 잘못 입력할 때 나타납니다.',
    'new-pins': '새 비밀번호를 전송할 때 나타납니다. 그 화면까지 진행한 다음 선택해 주십시오.',
    'one-time-password': '일회용 비밀번호를 전송할 때 나타납니다.',
    retrieval: '전자증명서 발급을 시작할 때 나타납니다. 개통 확인을 마친 다음 선택해 주십시오.',
    logon: '전자증명서를 발급받은 뒤 로그온할 때 나타납니다.',
    users: '로그온한 다음 선택해 주십시오. ‘계약 관리 정보 변경 (ご契約先管理情報変更)’ 화면에서 다음 조작을 할 때 나타납니다.',
    'user-change': '‘이용자 정보 변경 (利用者情報変更)’ 화면에서 변경을 전송할 때 나타납니다.',
    'user-registration': '이용자를 새로 등록할 때 나타납니다.',
    'registration-twice': '이용자를 새로 등록하면 응답이 끊깁니다. 같은 이용자를 다시 등록할 때 나타납니다.',
    'user-logon': '이용자 본인이 은행에 로그온할 때 은행 화면에 나타납니다. 관리자의 목록에는 정지 중으로 표시됩니다.',
    'next-start': 'Kaitsu를 종료하고 다시 시작할 때 나타납니다.',
  },
  byHand: '직접 조작해야 일어나는 것',
  byHandSteps: {
    cancelled: '전자증명서를 발급받는 동안 ‘중지’ 버튼을 눌러 주십시오.',
    'certificates-tidied': '위에서 ‘오래된 전자증명서가 남아 있습니다.’ 항목을 선택한 다음 알림의 ‘오래된 것 정리’ 버튼을 눌러 주십시오.',
  },
};
