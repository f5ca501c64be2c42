import type { Advice, EnrolmentCode, ProblemText } from '../advice.ts';
import { tellCode, tellStaff } from './common-steps.ts';

/** What an authority and Kaitsu have to say to each other before there is a certificate. */
export const koEnrolmentProblems: Readonly<Record<EnrolmentCode, ProblemText>> = {
  'enrolment-pending': {
    title: '발급 신청이 접수되었습니다. 은행에서 승인하는 중입니다.',
    why: '은행이 전자 인증서(電子証明書) 발급을 승인하는 데 시간이 걸립니다. 이제 은행이 처리할 차례입니다.',
    next: '아래 시각이 되면 Kaitsu를 열어 이 화면에서 다시 진행해 주십시오. 그때까지 Kaitsu를 닫아도 됩니다.',
  },
  'enrolment-due': {
    title: '전자 인증서(電子証明書)를 받으러 갈 시각입니다.',
    why: '은행이 다시 오라고 알린 시각이 되었습니다.',
    next: '이 화면에서 다시 진행해 주십시오.',
  },
  'enrolment-answer-lost': {
    title: '신청은 보냈지만 은행의 응답이 도착하지 않았습니다.',
    why: '은행이 전자 인증서(電子証明書)를 이미 발급했을 수 있습니다. 이중 발급을 피하기 위해 Kaitsu는 자동으로 다시 보내지 않았습니다.',
    next: '인터넷 연결을 확인하고 다시 시도해 주십시오. 같은 신청을 한 번 더 보냅니다.',
  },
  'certificate-attributes-demanded': {
    title: '은행이 신청에 요구하는 항목을 Kaitsu가 채울 수 없습니다.',
    why: '은행 서버가 요구하는 키의 종류나 항목을 이 버전의 Kaitsu가 지원하지 않습니다. 이제 은행이 처리할 차례입니다.',
    next: '은행에 전화하여 화면 코드와 아래의 확인 결과를 알려 주십시오.',
  },
  'certificate-not-asked': {
    title: '은행 서버가 전자 인증서(電子証明書)를 받지 않았습니다.',
    why: '서버가 이유를 밝히지 않고 거절했습니다. 연결된 뒤에 전자 인증서를 요구하는 설정이면 Kaitsu가 보낼 수 없습니다. 이제 은행이 처리할 차례입니다.',
    next: '은행에 전화하여 화면 코드를 알려 주십시오.',
  },
};

export const koEnrolmentAdvice: Readonly<Record<EnrolmentCode, Advice>> = {
  'enrolment-pending': {
    causes: ['은행이 발급하기 전에 신청 내용을 확인함'],
    steps: ['그 시각에 Kaitsu가 열려 있으면 알려 드립니다.', '키는 이 PC에 보관되어 있습니다. 다시 신청하실 필요가 없습니다.'],
  },
  'enrolment-due': {
    causes: ['은행이 승인에 필요하다고 한 시간이 지남'],
    steps: ['아직 승인되지 않았으면 다음 시각이 표시됩니다.'],
  },
  'enrolment-answer-lost': {
    causes: ['응답이 오는 도중에 통신이 끊김', '은행 시스템이 혼잡함'],
    steps: ['다시 시도해도 받지 못하면 은행에 전화하여 발급된 전자 인증서를 받지 못했다고 알려 주십시오.', tellCode],
  },
  'certificate-attributes-demanded': {
    causes: ['은행 서버의 설정이 이 은행의 프로필과 맞지 않음', 'Kaitsu 버전이 오래됨'],
    steps: ['Kaitsu를 최신 버전으로 바꾼 뒤 다시 시도해 주십시오.'],
  },
  'certificate-not-asked': {
    causes: ['은행 서버가 연결을 시작할 때가 아니라 도중에 전자 인증서를 요구함', '사내 장비가 은행 대신 거절함'],
    steps: ['은행 담당자에게 ‘TLS 핸드셰이크에서 클라이언트 인증서를 요구하도록 설정해 주십시오’라고 알려 주십시오.', tellStaff],
  },
};
