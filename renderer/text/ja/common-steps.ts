/** What people are asked to do about many a problem. */
export const tellCode = '画面の左下の「画面コード」を控えて、銀行にお伝えください。';
export const tellStaff = '社内のシステム担当の方に、この画面をお見せください。';
