/** The program's own fonts. Until they are there, text stands in the system's (font-display: swap). */
import '@fontsource-variable/noto-sans-jp/index.css';
import '@fontsource-variable/noto-sans-kr/index.css';
