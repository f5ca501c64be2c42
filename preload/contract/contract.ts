import type { z } from 'zod';
import { publishedBankSchema, websiteOutcomeSchema } from './bank.ts';
import { bundlePreviewSchema, bundleSchema, saveBundleInputSchema, windowFactsSchema } from './bundle.ts';
import { handOverPaperSchema, handOverStateSchema, saveHandOverInputSchema } from './hand-over.ts';
import { addContractInputSchema, choosePlaceInputSchema, confirmFileInputSchema, offerFileInputSchema, placesSchema } from './places.ts';
import { openScenarioInputSchema, practicePapersSchema, practiceScenariosSchema, setSituationInputSchema } from './practice.ts';
import { preferencesSchema } from './preferences.ts';
import { preflightSchema } from './preflight.ts';
import { acceptedSchema, procedureSnapshotSchema } from './procedure.ts';
import { procedureRequests } from './procedure-requests.ts';
import { proxySignInInputSchema } from './proxy.ts';
import { recordPaperSchema, recordSchema, saveRecordInputSchema } from './record.ts';
import { paperOutcomeSchema, preparedInputSchema, releaseRequestSchema, reminderSchema, requestEntriesSchema } from './release-request.ts';
import { remindersSchema } from './reminders.ts';
import { replayRequests } from './replay.ts';
import { answer, nothing, type RequestSchema, request, step } from './request-schema.ts';
import { noticesSchema, settingsSchema } from './settings.ts';
import { supportSchema } from './support.ts';
import { updatesSchema } from './updates.ts';
import {
  changeUserInputSchema,
  choosePartInputSchema,
  chooseUserInputSchema,
  overwriteUserPinsInputSchema,
  registerUserInputSchema,
  userSearchSchema,
  usersStateSchema,
} from './users.ts';
import { noteEntryInputSchema } from './window.ts';

/**
 * The whole border between window and machine, as plain runtime values. Channel names, main's handler
 * map, the window's API and the tests' fake main all derive from it; nothing is written by hand elsewhere.
 * Inputs are strict: a key that is not named here is refused. What main hands out is cut to what is named.
 */
export const contract = {
  /** One reply each. */
  requests: {
    procedure: procedureRequests,
    users: {
      /** Manual 3: ご契約先管理情報変更. */
      open: step,
      /** Manual 3: 利用者情報登録/変更. */
      chooseRegisterOrChange: step,
      /** Manual 3: 利用者情報選択. */
      chooseSelection: step,
      search: request(userSearchSchema.strict(), acceptedSchema),
      /** Manual 3: 変更. */
      chooseUser: request(chooseUserInputSchema, acceptedSchema),
      choosePart: request(choosePartInputSchema, acceptedSchema),
      /** Manual 3: 利用者暗証番号 and 利用者確認暗証番号, overwritten. */
      overwritePins: request(overwriteUserPinsInputSchema, acceptedSchema),
      /** The user's name, and whether they are suspended. */
      change: request(changeUserInputSchema, acceptedSchema),
      chooseRegister: step,
      register: request(registerUserInputSchema, acceptedSchema),
      goBack: step,
      /** Asks the bank for more time: the session counts again from its beginning. */
      stay: step,
      /** Back to the screen of the logon. */
      leave: step,
    },
    /** Manual 1 (1): the paper for the branch, and what to do until it calls. */
    releaseRequest: {
      open: step,
      /** The paper for a new certificate in place of a lost one; not-now where the bank has its own. */
      openReissue: step,
      close: step,
      /** Keeps the entries, complete or not. */
      keep: request(requestEntriesSchema.strict(), acceptedSchema),
      /** Prints what the window shows as the paper. */
      print: request(requestEntriesSchema.strict(), answer(paperOutcomeSchema)),
      saveAsPdf: request(requestEntriesSchema.strict(), answer(paperOutcomeSchema)),
      /** Shows the PDF that was saved last in its folder. */
      showSaved: step,
      setPrepared: request(preparedInputSchema, acceptedSchema),
      saveReminder: request(reminderSchema, answer(paperOutcomeSchema)),
    },
    /** The record of the procedure (手続きの控え): offered as long as the published state says that there is one. */
    record: {
      /** Shows it over whatever is on the screen. */
      open: step,
      close: step,
      /** What stands on the page. */
      read: request(nothing, answer(recordPaperSchema)),
      /** Prints what the window shows as the paper. */
      print: request(nothing, answer(paperOutcomeSchema)),
      saveAsPdf: request(saveRecordInputSchema, answer(paperOutcomeSchema)),
      /** Shows the PDF that was saved last in its folder. */
      showSaved: step,
    },
    /** What support is sent, from any problem and from the help. */
    bundle: {
      /** Shows it over whatever is on the screen. */
      open: step,
      close: step,
      /** Gathers it, with what the window knows of itself; what is answered is every line of it. */
      prepare: request(windowFactsSchema, answer(bundlePreviewSchema)),
      /** Saves what was shown; not-now where nothing was. */
      save: request(saveBundleInputSchema, answer(paperOutcomeSchema)),
      /** Shows the file that was saved last in its folder. */
      showSaved: step,
    },
    /** The hand-over record (引継書): the whole history, for whoever takes this PC over and for auditors. */
    handOver: {
      /** Shows it over whatever is on the screen. */
      open: step,
      close: step,
      /** What it says, and whether it holds together. */
      read: request(nothing, answer(handOverPaperSchema)),
      /** Prints what the window shows as the paper. */
      print: request(nothing, answer(paperOutcomeSchema)),
      /** As PDF what the window shows as the paper; as CSV and JSON lines all of it. */
      save: request(saveHandOverInputSchema, answer(paperOutcomeSchema)),
      /** Shows the file that was saved last in its folder. */
      showSaved: step,
    },
    bank: {
      /** Opens the bank's internet banking in the browser; not-now where the bank names none. */
      openWebsite: request(nothing, answer(websiteOutcomeSchema)),
    },
    /** The list of places; all but leave are answered while it is on the screen alone. */
    places: {
      /** Asks the person for a bank file, and reads it. */
      openFile: step,
      /** A bank file that was dropped on the window. */
      offerFile: request(offerFileInputSchema, acceptedSchema),
      /** The fingerprint as the person has it from the bank's paper: where it is the file's, the bank is taken. */
      confirmFile: request(confirmFileInputSchema, acceptedSchema),
      dismissFile: step,
      /** Opens a contract: the program starts again at it. */
      choose: request(choosePlaceInputSchema, acceptedSchema),
      /** Opens one more contract of a bank. */
      addContract: request(addContractInputSchema, acceptedSchema),
      practise: step,
      /** From an open place back to the list: the program starts again. */
      leave: step,
    },
    preflight: { run: step },
    proxy: {
      /** Name and password for the company's proxy that asked last; they are used from the next connection on. */
      signIn: request(proxySignInInputSchema, acceptedSchema),
    },
    window: {
      /** Whether something is being typed that was not sent yet: the window is not closed over it without a question. */
      noteEntry: request(noteEntryInputSchema, acceptedSchema),
      /** Ends the program as closing its window does: logged off first, and asked first where something is being typed. */
      end: step,
    },
    updates: {
      /** Asks the server; nothing is fetched by it. */
      check: step,
      /** Fetches what is offered; not-now while a procedure is under way. */
      download: step,
      /** Ends the program and installs what is ready. */
      install: step,
    },
    reminders: {
      /** No reminder outside of the window for three days. */
      snooze: step,
    },
    /** From the list of places to the support mode: the program starts again in it. */
    support: { open: step },
    /** A customer's support bundle in the support mode; all are answered there alone. */
    replay: replayRequests,
    settings: {
      /** What third parties want to be said of their work in this program. */
      readNotices: request(nothing, answer(noticesSchema)),
    },
    preferences: { change: request(preferencesSchema.partial().strict(), acceptedSchema) },
    /** The certificates of this PC; what is offered is said in the notice. */
    certificate: {
      /** Takes all but the newest out of the store. */
      tidyUp: step,
      undoTidyUp: step,
    },
    practice: {
      readPapers: request(nothing, answer(practicePapersSchema)),
      releaseLock: step,
      lockAgain: step,
      /** Brings about the situation in which a problem really arises; null: as usual. */
      setSituation: request(setSituationInputSchema, acceptedSchema),
      readScenarios: request(nothing, answer(practiceScenariosSchema)),
      /** The program starts again at a scenario, in a practice of its own; not-now while something is being typed. */
      openScenario: request(openScenarioInputSchema, acceptedSchema),
      /** The program starts again at the practice as it was before the scenario. */
      leaveScenario: step,
    },
  },
  /** Whole values with a revision number, never a patch. */
  states: {
    procedure: procedureSnapshotSchema,
    users: usersStateSchema,
    preferences: preferencesSchema,
    bank: publishedBankSchema,
    releaseRequest: releaseRequestSchema,
    record: recordSchema,
    bundle: bundleSchema,
    handOver: handOverStateSchema,
    preflight: preflightSchema,
    places: placesSchema,
    settings: settingsSchema,
    reminders: remindersSchema,
    updates: updatesSchema,
    support: supportSchema,
  },
} as const;

type Requests = typeof contract.requests;
type States = typeof contract.states;

export type GroupName = keyof Requests;
export type StateName = keyof States;
export type StateValue<S extends StateName> = Readonly<z.infer<States[S]>>;
/** A published value; older revisions are ignored by those who receive them. */
export type Published<S extends StateName> = { readonly revision: number; readonly value: StateValue<S> };

/** As the window hands it over, before main has parsed it. */
type EntryOf<R> = R extends RequestSchema<infer I, z.ZodType> ? z.input<I> : never;
type InputOf<R> = R extends RequestSchema<infer I, z.ZodType> ? z.infer<I> : never;
type ReplyOf<R> = R extends RequestSchema<z.ZodType, infer A> ? z.infer<A> : never;
type Call<R> = undefined extends EntryOf<R> ? () => Promise<ReplyOf<R>> : (input: EntryOf<R>) => Promise<ReplyOf<R>>;

/** What stands on window.kaitsu: one function a request, and fetch and subscribe a state. */
export type KaitsuApi = {
  readonly [G in GroupName]: { readonly [N in keyof Requests[G]]: Call<Requests[G][N]> };
} & {
  readonly states: {
    readonly [S in StateName]: {
      readonly fetch: () => Promise<Published<S>>;
      /** Subscribe first, then fetch. Returns its unsubscribe. */
      readonly subscribe: (listener: (published: Published<S>) => void) => () => void;
    };
  };
};

/** What main must provide: the same functions, with input already parsed. */
export type RequestHandlers = {
  readonly [G in GroupName]: { readonly [N in keyof Requests[G]]: (input: InputOf<Requests[G][N]>) => Promise<ReplyOf<Requests[G][N]>> };
};

/** The channel of a request. */
export function requestChannel(group: string, name: string): string {
  return `request:${group}.${name}`;
}

/** The channel on which a state is fetched. */
export function fetchChannel(state: string): string {
  return `fetch:${state}`;
}

/** The channel on which a state is published. */
export function publishChannel(state: string): string {
  return `publish:${state}`;
}
