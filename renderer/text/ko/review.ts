import type { jaReview } from '../ja/review.ts';

export const koReview: typeof jaReview = {
  title: '보내기 전에 다시 한번 확인해 주십시오',
  compare: ' 잠기면 회사 전체가 서비스를 이용할 수 없게 됩니다. 입력한 내용을 서류와 비교해 주십시오.',
  where: {
    contractorId: '고객 카드(お客様カード)에 적힌 번호',
    registrationPin: '신청서(申込書) 사본의 4자리 번호',
    oneTimePassword: '고객 카드(お客様カード)에 적힌 번호',
    logonPin: '개통 확인(開通確認)에서 설정한 비밀번호',
    confirmationPin: '개통 확인(開通確認)에서 설정한 비밀번호',
  },
  hidden: (length) => `${length}자(표시하지 않음)`,
  call: (phone) => `확실하지 않으면 보내지 말고 은행에 전화해 주십시오. 전화 ${phone}`,
  mend: '고치기',
  send: '보내기',
};
