export const tellCode = '화면 왼쪽 아래의 ‘화면 코드’를 적어 은행에 알려 주십시오.';
export const tellStaff = '사내 시스템 담당자에게 이 화면을 보여 주십시오.';
