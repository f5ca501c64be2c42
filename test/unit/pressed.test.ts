import { describe, expect, it } from 'vitest';
import { shownValue } from '../../renderer/state/pressed.ts';

const published = (theme: string) => ({ theme });
const read = ({ theme }: { readonly theme: string }) => theme;

describe('a control whose value main publishes', () => {
  it('shows what main published while nothing was pressed', () => {
    expect(shownValue(null, published('light'), read)).toBe('light');
  });

  it('shows what was pressed until main has answered, whatever is published meanwhile', () => {
    const over = published('light');
    const pressed = { value: 'dark', over, answered: false };
    expect(shownValue(pressed, over, read)).toBe('dark');
    expect(shownValue(pressed, published('light'), read)).toBe('dark');
  });

  it('shows main’s word from the first value that is published after the answer', () => {
    const over = published('light');
    const pressed = { value: 'dark', over, answered: true };
    expect(shownValue(pressed, over, read)).toBe('dark');
    expect(shownValue(pressed, published('dark'), read)).toBe('dark');
    expect(shownValue(pressed, published('system'), read)).toBe('system');
  });
});
