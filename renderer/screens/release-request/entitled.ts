/** A PDF takes its title from the page (Chromium; Electron's printToPDF has no other), and the print dialog the job's name. */
export async function entitled<T>(title: string, make: () => Promise<T>): Promise<T> {
  const usual = document.title;
  document.title = title;
  try {
    return await make();
  } finally {
    document.title = usual;
  }
}
