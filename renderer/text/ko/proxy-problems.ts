import type { Advice, ProblemText, ProxyCode } from '../advice.ts';
import { tellStaff } from './common-steps.ts';

/** What stands between a company's network and the bank. The line below each of them names proxy and server for IT. */
export const koProxyProblems: Readonly<Record<ProxyCode, ProblemText>> = {
  'proxy-unreachable': {
    title: '회사의 프록시(중계 서버)에 연결할 수 없습니다.',
    why: '이 PC는 프록시를 거쳐 인터넷에 연결하도록 설정되어 있으나 프록시가 응답하지 않습니다.',
    next: '사내 네트워크에 연결되어 있는지 확인하고 다시 시도해 주십시오.',
  },
  'proxy-refused': {
    title: '회사의 프록시(중계 서버)가 은행과의 통신을 막고 있습니다.',
    why: '은행에는 아직 아무것도 보내지 않았습니다.',
    next: '시스템 담당자에게 이 화면을 보이고 ‘아래에 적힌 서버로의 통신(HTTPS)을 허용해 달라’고 요청해 주십시오.',
  },
  'proxy-credentials-wanted': {
    title: '회사의 프록시(중계 서버)가 사용자 이름과 비밀번호를 요구합니다.',
    why: '은행에는 아직 아무것도 보내지 않았습니다. 은행의 비밀번호와는 다른 것입니다.',
    next: '‘프록시 인증’을 눌러 회사에서 받은 사용자 이름과 비밀번호를 입력한 뒤 다시 시도해 주십시오.',
  },
  'proxy-credentials-refused': {
    title: '회사의 프록시(중계 서버)가 사용자 이름과 비밀번호를 받아들이지 않았습니다.',
    why: '프록시의 사용자 이름이나 비밀번호가 다릅니다. 은행의 비밀번호와는 다른 것입니다.',
    next: '‘프록시 인증’을 눌러 다시 입력해 주십시오. 모르시면 시스템 담당자에게 문의해 주십시오.',
  },
  'proxy-sign-in-unsupported': {
    title: '회사 프록시(중계 서버)의 인증 방식을 Kaitsu가 지원하지 않습니다.',
    why: '이 프록시는 Kaitsu가 쓸 수 없는 방식(Negotiate, NTLM 등)의 인증을 요구합니다.',
    next: '시스템 담당자에게 이 화면을 보이고 ‘아래에 적힌 서버로의 통신(HTTPS)을 프록시 인증 없이 허용해 달라’고 요청해 주십시오.',
  },
  'connection-inspected': {
    title: '은행과의 통신에 다른 장비가 끼어들었습니다.',
    why: '접속한 서버의 인증서는 은행이 아니라 아래에 적힌 발급자의 것입니다. 입력하신 내용은 보내지 않았습니다.',
    next: '이대로 입력하지 마시고 시스템 담당자에게 ‘아래에 적힌 서버를 통신 검사(TLS 복호화) 대상에서 빼 달라’고 요청해 주십시오.',
  },
};

export const koProxyAdvice: Readonly<Record<ProxyCode, Advice>> = {
  'proxy-unreachable': {
    causes: ['회사 밖(집 등)에서 사내 프록시 설정을 그대로 쓰고 있음', 'VPN이 끊겨 있음', '프록시가 멈춰 있음'],
    steps: ['VPN을 사용 중이면 다시 연결해 주십시오.', tellStaff],
  },
  'proxy-refused': {
    causes: ['회사 설정에서 허용되지 않은 접속처임', '프록시가 은행이 쓰는 포트를 허용하지 않음'],
    steps: [],
  },
  'proxy-credentials-wanted': {
    causes: ['인터넷을 쓸 때 직원마다 인증이 필요함'],
    steps: ['입력하신 내용은 이 PC의 비밀번호 보관 장소에 보관되며 이 프록시에만 보냅니다.'],
  },
  'proxy-credentials-refused': {
    causes: ['최근에 비밀번호가 바뀜', '대문자와 소문자가 다름'],
    steps: ['비밀번호를 바꾸셨으면 새 비밀번호를 입력해 주십시오.', '여러 번 틀리면 회사 계정이 잠길 수 있습니다.'],
  },
  'proxy-sign-in-unsupported': {
    causes: ['Windows 로그인을 쓰는 인증(통합 인증)임'],
    steps: ['다른 회선(스마트폰 등)을 쓸 수 있으면 바꾸어 시도해 주십시오.'],
  },
  'connection-inspected': {
    causes: ['사내 프록시나 보안 장비가 통신 내용을 검사함', '백신 프로그램이 통신 내용을 검사함', '가짜 사이트에 연결되어 있음'],
    steps: ['외부 무선 랜을 사용 중이면 연결을 끊어 주십시오.', '발급자 이름을 모르시면 은행에도 연락해 주십시오.'],
  },
};
