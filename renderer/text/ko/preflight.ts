import { formatDateTime } from '../dates.ts';
import type { FindingText, jaPreflight } from '../ja/preflight.ts';

function span(seconds: number): string {
  const whole = Math.abs(seconds);
  if (whole < 120) return `${whole}초`;
  if (whole < 2 * 3600) return `${Math.round(whole / 60)}분`;
  return whole < 2 * 86_400 ? `${Math.round(whole / 3600)}시간` : `${Math.round(whole / 86_400)}일`;
}

function size(megabytes: number): string {
  return megabytes >= 1024 ? `${(megabytes / 1024).toFixed(1)} GB` : `${megabytes} MB`;
}

const say = (found: string, remedy: string | null = null): FindingText => ({ found: () => found, remedy });
const again = '확인하는 데 시간이 너무 오래 걸렸습니다. 다시 확인해 주십시오.';
const askManager = '회사에서 관리하는 PC이면 시스템 담당자에게 문의해 주십시오.';
const setClock = `PC 설정에서 날짜와 시간을 ‘자동’으로 설정해 주십시오. ${askManager}`;
const renewProfile = '은행에서 받은 설정 파일을 다시 넣고, 시스템 담당자에게 이 화면을 보여 주십시오.';
const networkFirst = '먼저 ‘네트워크’ 항목을 해결해 주십시오.';
const signInAgain = 'PC에서 로그아웃한 뒤 다시 로그인해 주십시오.';

export const koPreflight: typeof jaPreflight = {
  title: '이 PC의 준비 상태',
  running: '이 PC의 준비 상태를 확인하고 있습니다…',
  ready: '이 PC는 준비되었습니다.',
  readyWithAdvice: (count) => `이 PC는 준비되었습니다(안내 ${count}건).`,
  notReady: (count) => `먼저 확인하실 것이 ${count}건 있습니다`,
  notReadyWhy: '비밀번호를 헛되이 입력하지 않도록 먼저 해결하실 것을 권합니다. 이대로 진행하실 수도 있습니다.',
  details: '자세히 보기',
  hideDetails: '접기',
  again: '다시 확인',
  checkedAt: (time) => `${time}에 확인했습니다`,
  levels: { good: '양호', advice: '안내', bad: '확인 필요' },
  underWay: '확인 중',
  checks: {
    clock: 'PC의 시계',
    network: '네트워크',
    proxy: '프록시',
    bankTls: '은행과의 안전한 연결',
    keychain: '비밀번호 보관소(키체인)',
    certificateStore: '전자 인증서 저장 위치',
    osUser: 'PC의 사용자',
    disk: '디스크 여유 공간',
  },
  findings: {
    'clock-right': say('은행의 시각과 일치합니다.'),
    'clock-wrong': {
      found: (seconds) => `은행의 시각보다 ${span(seconds)} ${seconds > 0 ? '빠릅니다' : '느립니다'}.`,
      remedy: setClock,
    },
    'clock-not-compared': say(
      '은행의 시각을 알 수 없어 비교하지 못했습니다.',
      '전화 시보(일본은 117)나 전파시계와 비교해 주십시오. 다르면 PC의 날짜와 시간을 바로잡아 주십시오.',
    ),
    'clock-before-certificate': {
      found: (seconds) => `적어도 ${span(seconds)} 느립니다(은행 서버의 인증서가 아직 유효하지 않은 일시입니다).`,
      remedy: setClock,
    },
    'clock-past-certificate': {
      found: (seconds) => `은행 서버 인증서의 기한을 ${span(seconds)} 지난 일시로 되어 있습니다.`,
      remedy:
        '전화 시보(일본은 117)나 전파시계와 비교해 주십시오. 빠르면 PC의 날짜와 시간을 바로잡아 주십시오. 맞으면 인증서의 기한이 지난 것이므로 은행에 문의해 주십시오.',
    },
    'network-up': say('은행까지 연결되어 있습니다.'),
    'network-not-needed': say('은행이 이 PC 안에서 작동하고 있습니다. 인터넷 연결은 필요하지 않습니다.'),
    'network-down': say('네트워크에 연결되어 있지 않습니다.', 'LAN 케이블이나 Wi-Fi를 확인해 주십시오. 비행기 모드이면 해제해 주십시오.'),
    'network-name-unknown': say(
      '네트워크에는 연결되어 있지만 은행의 주소를 찾을 수 없습니다(DNS).',
      '다른 웹 페이지가 열리는지 확인해 주십시오. 열리지 않으면 시스템 담당자에게 문의해 주십시오.',
    ),
    'network-bank-not-reached': say(
      '은행 서버에 연결할 수 없습니다.',
      '잠시 기다린 뒤 다시 확인해 주십시오. 회사 네트워크 설정이 막고 있을 수도 있습니다. 계속되면 시스템 담당자에게 문의해 주십시오.',
    ),
    'network-profile-invalid': say('은행 설정 파일에 오류가 있어 은행의 주소를 알 수 없습니다.', renewProfile),
    'network-bank-not-started': say('연습용 은행을 시작하지 못했습니다.', 'Kaitsu를 닫고 다시 열어 주십시오. 계속되면 시스템 담당자에게 문의해 주십시오.'),
    'proxy-none': say('사용하지 않습니다.'),
    'network-captive-portal': say(
      '이 회선(무선 랜 등)을 쓰려면 먼저 브라우저에서 절차를 마쳐야 합니다. 은행에는 아직 연결되지 않았습니다.',
      '브라우저를 열어 나타나는 화면에서 이용 절차(로그인 등)를 마친 뒤 다시 확인해 주십시오. 은행의 비밀번호는 입력하지 마십시오.',
    ),
    'network-proxy-first': say('회사 프록시 너머는 아직 확인하지 못했습니다.', '먼저 ‘프록시’ 항목을 해결해 주십시오.'),
    'proxy-used': say('회사 프록시(중계 서버)를 거쳐 은행에 연결되어 있습니다.'),
    'proxy-unreachable': say(
      '프록시(중계 서버)에 연결할 수 없습니다.',
      '사내 네트워크나 VPN에 연결되어 있는지 확인해 주십시오. 계속되면 시스템 담당자에게 문의해 주십시오.',
    ),
    'proxy-refused': say(
      '프록시(중계 서버)가 은행과의 통신을 막고 있습니다.',
      '시스템 담당자에게 ‘아래에 적힌 서버로의 통신(HTTPS)을 허용해 달라’고 요청해 주십시오.',
    ),
    'proxy-credentials-wanted': say('프록시(중계 서버)가 사용자 이름과 비밀번호를 요구합니다.', '‘프록시 인증’을 눌러 입력해 주십시오.'),
    'proxy-credentials-refused': say(
      '프록시(중계 서버)가 사용자 이름과 비밀번호를 받아들이지 않았습니다.',
      '‘프록시 인증’을 눌러 다시 입력해 주십시오. 모르시면 시스템 담당자에게 문의해 주십시오.',
    ),
    'proxy-sign-in-unsupported': say(
      '프록시(중계 서버)가 Kaitsu가 지원하지 않는 방식의 인증을 요구합니다.',
      '시스템 담당자에게 ‘아래에 적힌 서버로의 통신(HTTPS)을 프록시 인증 없이 허용해 달라’고 요청해 주십시오.',
    ),
    'proxy-not-judged': say('방해가 되는지 아직 확인하지 못했습니다.', networkFirst),
    'tls-trusted': say('실제 은행에 연결되어 있음을 확인했습니다.'),
    'tls-inspected': say(
      '은행과의 통신에 다른 장비가 끼어들었습니다. 이대로 비밀번호를 입력하지 마십시오.',
      '시스템 담당자에게 ‘아래에 적힌 서버를 통신 검사(TLS 복호화) 대상에서 빼 달라’고 요청해 주십시오.',
    ),
    'tls-untrusted': say(
      '연결된 곳이 실제 은행인지 확인할 수 없습니다. 이대로 비밀번호를 입력하지 마십시오.',
      '사내 장비나 소프트웨어가 통신 내용을 검사하고 있을 수 있습니다. 시스템 담당자나 은행에 문의해 주십시오.',
    ),
    'tls-dates-wrong': say(
      '은행 서버 인증서의 유효 기간이 PC의 시계와 맞지 않습니다. 이대로 비밀번호를 입력하지 마십시오.',
      '먼저 ‘PC의 시계’ 항목을 확인해 주십시오.',
    ),
    'tls-profile-invalid': say('은행 설정 파일에 오류가 있어 실제 은행인지 확인할 수 없습니다.', renewProfile),
    'tls-not-reached': say('은행에 연결할 수 없어 확인하지 못했습니다.', networkFirst),
    'bank-closed': {
      found: (opens) =>
        opens === 0
          ? '은행의 접수 시간이 아닙니다.'
          : `은행의 접수 시간이 아닙니다. ${formatDateTime(new Date(opens * 1000).toISOString(), 'ko')}부터 접수합니다.`,
      remedy: '접수가 시작된 뒤 다시 확인해 주십시오. 접수 시간은 은행의 안내에 적혀 있습니다.',
    },
    'keychain-ready': say('비밀번호를 안전하게 보관할 수 있습니다.'),
    'keychain-missing': say(
      'PC에서 비밀번호를 안전하게 보관하는 기능을 찾을 수 없습니다.',
      `${signInAgain} Linux에서는 GNOME 키링 등(Secret Service)을 설치해 주십시오.`,
    ),
    'keychain-locked': say('보관소가 잠겨 있습니다.', '비밀번호를 묻는 창이 떠 있으면 PC의 비밀번호를 입력하여 열어 주십시오.'),
    'keychain-refused': say('보관소에 쓸 수 없습니다.', `${signInAgain} ${askManager}`),
    'store-ready': say('전자 인증서를 저장할 수 있습니다.'),
    'store-missing': say(
      '전자 인증서를 저장하는 소프트웨어를 찾을 수 없습니다.',
      `Linux에서는 libnss3-tools(certutil, pk12util)를 설치해 주십시오. ${askManager}`,
    ),
    'store-refused': say(
      '전자 인증서를 저장할 위치에 쓸 수 없습니다.',
      '브라우저를 모두 닫고 다시 확인해 주십시오. 계속되면 시스템 담당자에게 문의해 주십시오.',
    ),
    'user-usual': say('평소의 사용자로 실행되고 있습니다.'),
    'user-root': say(
      'Kaitsu가 특별한 관리용 사용자(root)로 실행되고 있습니다. 이대로 발급받은 전자 인증서는 평소의 사용자가 쓸 수 없습니다.',
      'Kaitsu를 닫고 평소에 쓰시는 사용자로 다시 열어 주십시오.',
    ),
    'user-elevated': say(
      'Kaitsu가 ‘관리자 권한’으로 실행되고 있습니다. 평소의 사용자와 다르면 나중에 전자 인증서를 찾을 수 없게 됩니다.',
      'Kaitsu를 닫고 평소처럼 다시 열어 주십시오.',
    ),
    'user-home-refused': say('사용자 본인의 폴더(홈)에 쓸 수 없습니다.', `${signInAgain} 해결되지 않으면 시스템 담당자에게 문의해 주십시오.`),
    'disk-ready': { found: (megabytes) => `여유 공간이 충분합니다(여유 ${size(megabytes)}).`, remedy: null },
    'disk-low': { found: (megabytes) => `여유 공간이 적습니다(여유 ${size(megabytes)}).`, remedy: '필요 없는 파일을 삭제하여 여유 공간을 늘려 주십시오.' },
    'disk-full': say('여유 공간이 없습니다.', '필요 없는 파일을 삭제하고 휴지통을 비운 뒤 다시 확인해 주십시오.'),
    'disk-refused': say('Kaitsu의 폴더에 쓸 수 없습니다.', `디스크가 읽기 전용인지 확인해 주십시오. ${askManager}`),
    'clock-no-answer': say('확인하지 못했습니다.', again),
    'network-no-answer': say('확인하지 못했습니다.', again),
    'proxy-no-answer': say('확인하지 못했습니다.', again),
    'tls-no-answer': say('은행이 응답하지 않습니다.', again),
    'keychain-no-answer': say(
      '보관소에서 응답이 없습니다.',
      '비밀번호를 묻는 창이 다른 창 뒤에 숨어 있지 않은지 확인해 주십시오. 비밀번호를 입력한 뒤 다시 확인해 주십시오.',
    ),
    'store-no-answer': say('전자 인증서 저장 위치에서 응답이 없습니다.', again),
    'user-no-answer': say('확인하지 못했습니다.', again),
    'disk-no-answer': say('디스크에서 응답이 없습니다.', again),
  },
};
