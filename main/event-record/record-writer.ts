import type { OtherEvent } from '../../preload/contract/recorded-event.ts';
import type { Clock } from '../support/ports.ts';
import { errnoOf } from '../support/whole-file.ts';
import type { AppendFile } from './append-file.ts';
import { type MendingDisk, readMended } from './mended-file.ts';
import { dayOf, listFiles, prune, type RecordFile, recordFolder, recordLimits, recordPath } from './record-files.ts';
import { lineOf } from './record-line.ts';
import { WaitingEvents } from './waiting-events.ts';

type Open = { readonly file: AppendFile; readonly day: string; readonly part: number; size: number };
type WriterParts = MendingDisk & { readonly folder: string; readonly clock: Pick<Clock, 'now'> };

/** Appends to the newest file of the record, and begins another one each day and where one is full. Used by one at a time. */
export class RecordWriter {
  readonly #parts: WriterParts;
  readonly waiting = new WaitingEvents();
  /** Files that could not be read: another one is written, and it is told once. */
  readonly #unavailable = new Set<string>();
  #nextNumber = 1;
  #open: Open | null = null;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** Writes what waits. @returns the system's name for what the disk refused; null: all is written */
  async write(): Promise<string | null> {
    try {
      while (!this.waiting.isEmpty()) await this.#writeSome();
      return null;
    } catch (error) {
      // Half a line may stand there: the file is mended as it is opened again.
      await this.release();
      return errnoOf(error) || String(error).slice(0, 80);
    }
  }

  /** Puts what was written on the disk, and closes the file; the next writing opens it again. */
  async release(): Promise<void> {
    const was = this.#open;
    this.#open = null;
    if (was === null) return;
    // A disk that does not take them keeps what the system has.
    await was.file.sync().catch(() => undefined);
    await was.file.close().catch(() => undefined);
  }

  #tell(event: OtherEvent | null): void {
    if (event !== null) this.waiting.addAlways(this.#parts.clock.now(), event);
  }

  async #writeSome(): Promise<void> {
    let open = this.#open ?? (await this.#openNewest());
    this.#open = open;
    const events = this.waiting.takeLost();
    if (events > 0) this.#tell({ kind: 'eventsLost', events });
    const [first] = this.waiting.all();
    if (first === undefined) return;
    if (open.size >= recordLimits.fileBytes || dayOf(first.at) > open.day) {
      open = await this.#turnOver(open, dayOf(first.at));
      this.#open = open;
    }
    const lines = this.#linesFor(open);
    const bytes = Buffer.from(lines.join(''));
    await open.file.append(bytes);
    open.size += bytes.byteLength;
    this.waiting.done(lines.length);
  }

  /** @returns at least one line: those of the file's day, until it is full */
  #linesFor({ day, size }: Open): readonly string[] {
    const lines: string[] = [];
    let bytes = 0;
    for (const one of this.waiting.all()) {
      if (dayOf(one.at) > day || size + bytes >= recordLimits.fileBytes) break;
      one.n ??= this.#nextNumber++;
      const line = `${lineOf(one.n, one.at, one.event)}\n`;
      lines.push(line);
      bytes += Buffer.byteLength(line);
    }
    return lines;
  }

  /** Finds the newest file, mends it, and goes on behind its last line. */
  async #openNewest(): Promise<Open> {
    const { disk, folder, clock } = this.#parts;
    await disk.mkdir(recordFolder(folder), { recursive: true, mode: 0o700 });
    const files = (await listFiles(folder, disk)).filter(({ isAside }) => !isAside);
    const newest = files.at(-1);
    this.#forgetWritten(await this.#lastNumber(files));
    await prune(folder, disk, clock.now());
    const today = dayOf(clock.now());
    // With a clock that was put back it goes on where it was.
    if (newest === undefined || newest.day < today) return this.#openFile(today, 1);
    return this.#openFile(newest.day, this.#unavailable.has(newest.name) ? newest.part + 1 : newest.part);
  }

  /** Of the newest line that is sound; only files that are needed for it are read. */
  async #lastNumber(files: readonly RecordFile[]): Promise<number> {
    for (const { name, day, part } of files.toReversed()) {
      const mended = await readMended(recordPath(this.#parts.folder, day, part), this.#parts);
      if (!(mended.isUnavailable && this.#unavailable.has(name))) this.#tell(mended.told);
      if (mended.isUnavailable) this.#unavailable.add(name);
      const last = mended.lines.at(-1);
      if (last !== undefined) return last.line.n;
    }
    return 0;
  }

  /** What a writing that failed in its middle has left on the disk is not written twice. */
  #forgetWritten(number: number): void {
    const handed = this.waiting.all().filter(({ n }) => n !== null);
    this.waiting.done(handed.filter(({ n }) => n !== null && n <= number).length);
    this.#nextNumber = Math.max(number, handed.at(-1)?.n ?? 0) + 1;
  }

  /** @param day on which what comes next happened */
  async #turnOver(from: Open, day: string): Promise<Open> {
    const { disk, folder, clock } = this.#parts;
    await this.release();
    await prune(folder, disk, clock.now());
    return day > from.day ? this.#openFile(day, 1) : this.#openFile(from.day, from.part + 1);
  }

  async #openFile(day: string, part: number): Promise<Open> {
    const file = await this.#parts.openAppend(recordPath(this.#parts.folder, day, part));
    return { file, day, part, size: file.size };
  }
}
