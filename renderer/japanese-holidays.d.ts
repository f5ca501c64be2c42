/** What is used of the package, which brings no types of its own. */
declare module 'japanese-holidays' {
  const holidays: {
    /** Japan's public holidays by law, the days given for them and the days between two. @param date its local year, month and day count @returns the holiday's name */
    isHoliday(date: Date): string | undefined;
  };
  export = holidays;
}
