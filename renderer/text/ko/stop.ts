import type { jaStop } from '../ja/stop.ts';

export const koStop: typeof jaStop = {
  name: '전화 문의',
  untilProven: '연결된 곳이 진짜 은행인지 확인될 때까지 다음으로 진행하실 수 없습니다.',
  proven: '진짜 은행에 연결되어 있음을 확인했습니다. 이어서 입력하실 수 있습니다.',
  callBank: '은행에 전화하여 화면 코드를 알려 주십시오.',
  copyCode: '화면 코드 복사',
  copied: '복사했습니다.',
};
