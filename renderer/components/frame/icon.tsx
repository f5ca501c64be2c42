const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13zM12 14.5v2.5',
  card: 'M3 6.5h18v11H3zM3 10.5h18M6.5 14.5h4',
  paper: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.3',
  error: 'M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM12 8v4.5M12 15.7v.3',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.6v.3',
  bank: 'M4 9.5l8-5 8 5zM5.5 10v8M10 10v8M14 10v8M18.5 10v8M3.5 20.5h17',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  phone: 'M6.5 4h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v3a2 2 0 0 1-2 2A15 15 0 0 1 4.5 6a2 2 0 0 1 2-2z',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.9M12 16.6v.3',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  keyboard: 'M3 6.5h18v11H3zM6.5 10h.2M10.2 10h.2M13.9 10h.2M17.4 10h.2M6.5 14h.2M17.4 14h.2M9.5 14h5',
  close: 'M6 6l12 12M18 6L6 18',
  certificate: 'M4 4.5h16v11H4zM8 8.5h8M8 11.5h4M15 13.5l0 7 2-1.5 2 1.5v-7M17 13.5a2 2 0 1 0 0-.1',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  users: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.8 3-6 6.5-6s6.1 2.2 6.5 6M16 4.5a3.2 3.2 0 0 1 0 6.2M17.5 14.3c2.4.6 3.8 2.6 4 5.7',
  pause: 'M9 6.5v11M15 6.5v11',
  print: 'M7 8V3.5h10V8M7 17H4.5V8h15v9H17M7 13.5h10v7H7z',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3.5V7M16 3.5V7',
  seal: 'M9.5 13.5V11a3.5 3.5 0 1 1 5 0v2.5h3.5v3H6v-3zM6 20h12',
  computer: 'M3.5 5h17v11h-17zM9 20h6M12 16v4',
  stop: 'M7.5 7.5h9v9h-9z',
  again: 'M4.5 12a7.5 7.5 0 1 0 2.6-5.7M4.5 4.5v4h4',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.6 2.6 3.9 5.6 3.9 9s-1.3 6.4-3.9 9c-2.6-2.6-3.9-5.6-3.9-9s1.3-6.4 3.9-9z',
  expand: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  plus: 'M12 5v14M5 12h14',
  shield: 'M12 3.5l7.5 3v5.5c0 4.5-3.2 7.4-7.5 8.8-4.3-1.4-7.5-4.3-7.5-8.8V6.5z',
} as const;

export type IconName = keyof typeof paths;

/** A small line drawing beside a text that says the same; it is therefore hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
