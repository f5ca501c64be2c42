import type { StateName, StateValue } from '../../preload/contract/contract.ts';
import type { OtherEvent } from '../../preload/contract/recorded-event.ts';
import type { Clock, Log } from '../support/ports.ts';
import { createQueue } from '../support/queue.ts';
import { createTryLater } from '../support/try-later.ts';
import { type Disk, systemDisk } from '../support/whole-file.ts';
import { type OpenAppendFile, openAppendFile } from './append-file.ts';
import { type ReadRecord, readWholeRecord } from './read-record.ts';
import { RecordWriter } from './record-writer.ts';
import { eventWritten, stateWritten } from './written.ts';

/** What a service needs that has something to record. Neither of the two waits for anything, nor throws. */
export type EventNotes = {
  note(event: OtherEvent): void;
  /** A published state, whole; it is written where it is not the same as before. */
  noteState<S extends StateName>(state: S, value: StateValue<S>): void;
};

export type EventRecord = EventNotes & {
  /** From now on it is written; what was noted before as well. Nothing touches the disk until then. */
  begin(): void;
  /** What stands in it, all that was noted so far included. Damaged lines are set aside on the way. */
  read(): Promise<ReadRecord>;
  /** Resolves once what was noted is on the disk, or the disk has refused it. */
  end(): Promise<void>;
};

export type EventRecordParts = {
  /** Of the place whose record it is; of the program while the list of places is open. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly disk?: Disk;
  readonly openAppend?: OpenAppendFile;
};

/**
 * The event record of a place: written behind whoever notes, in order, a turn of the event loop later. The system has every
 * event then, so that it outlives a crash of the program; the disk is made to have them (fsync) when a file is full, at the
 * end and before it is read. To wait for the disk at each event would cost more than the last seconds before a power cut
 * are worth. What the disk refuses is kept in memory, within bounds, and tried again.
 */
export function createEventRecord({ folder, clock, log, disk = systemDisk, openAppend = openAppendFile }: EventRecordParts): EventRecord {
  const writer = new RecordWriter({ folder, clock, disk, openAppend });
  const writing = createWriting(writer, { clock, log });

  function add(made: () => object | null): void {
    try {
      const event = made();
      if (event === null) return;
      writer.waiting.add(clock.now(), event);
      writing.soon();
    } catch (error) {
      // A defect here must not stop the procedure.
      log.error('event-record.not-noted', { error });
    }
  }

  return {
    note: (event) => add(() => eventWritten(event)),
    noteState: createStateNotes(add),
    begin: writing.begin,
    read: () =>
      writing.afterAll(async () => {
        const { record, told } = await readWholeRecord(folder, { disk, openAppend });
        for (const event of told) add(() => event);
        return record;
      }),
    end: () => writing.afterAll(async () => undefined),
  };
}

/** A state is written where it is not the same as before. */
function createStateNotes(add: (made: () => object | null) => void): EventNotes['noteState'] {
  const last = new Map<StateName, string>();
  return (state, value) =>
    add(() => {
      const event = stateWritten(state, value);
      const text = JSON.stringify(event);
      if (last.get(state) === text) return null;
      last.set(state, text);
      return event;
    });
}

type Writing = {
  begin(): void;
  /** Writes in the next turn of the event loop, with what else is noted until then. */
  soon(): void;
  /** Does a work once all is on the disk, and nothing is written meanwhile. */
  afterAll<T>(work: () => Promise<T>): Promise<T>;
};

function createWriting(writer: RecordWriter, { clock, log }: Pick<EventRecordParts, 'clock' | 'log'>): Writing {
  const queue = createQueue();
  let isBegun = false;
  let isScheduled = false;
  let wasRefused = false;

  async function write(): Promise<void> {
    if (!isBegun) return;
    const refusal = await writer.write();
    // Said once: a disk that refuses for an hour does not fill the log.
    if (refusal !== null && !wasRefused) log.warn('event-record.refused', { error: refusal });
    if (refusal === null && wasRefused) log.info('event-record.written-again');
    wasRefused = refusal !== null;
  }

  const isOwed = () => isBegun && !writer.waiting.isEmpty();
  const tryLater = createTryLater(clock, isOwed, () => queue.inOrder(write));

  function soon(): void {
    if (!isBegun || isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      void queue.inOrder(write).then(tryLater);
    });
  }

  return {
    soon,
    begin() {
      isBegun = true;
      soon();
    },
    afterAll: (work) =>
      queue.inOrder(async () => {
        await write();
        await writer.release();
        return work();
      }),
  };
}
