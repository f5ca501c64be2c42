import { z } from 'zod';
import { bundleEnvironmentSchema, bundleManifestSchema, bundlePartNames, bundlePreflightSchema } from './bundle.ts';
import { paperOutcomeSchema } from './release-request.ts';
import { answer, nothing, request, step } from './request-schema.ts';

/** A support bundle that was opened in the support mode: what happened, to be drawn again. Nothing of it is kept on the disk. */

const count = z.int().min(0).max(10_000_000);
const part = z.enum(bundlePartNames);

/** The largest bundle that is opened, in bytes on the disk. One of a week's use has less than a tenth of it. */
export const bundleFileLimit = 6 * 1024 * 1024;
/** The most that a part can hold, in bytes: what is written has its limits (bundleLimits), before which the states of a cut run stand. */
export const partLimits = {
  'manifest.json': 64 * 1024,
  'events.jsonl': 4 * 1024 * 1024,
  'preflight.json': 256 * 1024,
  'environment.json': 256 * 1024,
  'log.jsonl': 1024 * 1024,
} as const satisfies Readonly<Record<(typeof bundlePartNames)[number], number>>;
/** Damaged lines that are named, of however many. */
export const namedLines = 10;

/**
 * Why a file is not opened. unavailable: it cannot be read. tooLarge: more than any bundle of ours, on the disk or unpacked.
 * notABundle: no zip at all. sealed: for the bank's key, which the support mode does not have. foreign: a zip with files that
 * no bundle has. cutOff: its end, or a part, is missing. newer: of a later version. wrongPart: a part is not what its name
 * says. changed: it is not what it was when it was made; lines: from 1, the first ones.
 */
export const bundleFaultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['unavailable', 'tooLarge', 'notABundle', 'sealed', 'foreign']) }),
  z.object({ kind: z.literal('cutOff'), missing: z.array(part).max(bundlePartNames.length) }),
  z.object({ kind: z.literal('newer'), version: count }),
  z.object({ kind: z.literal('wrongPart'), part }),
  z.object({ kind: z.literal('changed'), part, lines: z.array(count).max(namedLines), damaged: count }),
]);
export type BundleFault = Readonly<z.infer<typeof bundleFaultSchema>>;

export const replayedBundleSchema = z.object({
  /** Of the file, without its folder. */
  name: z.string().max(255),
  manifest: bundleManifestSchema,
  environment: bundleEnvironmentSchema,
  preflight: bundlePreflightSchema,
  /**
   * The events: their JSON text, deflated (RFC 1951), as Base64. Ten thousand objects take a second on their way over the
   * border, and this no time. Main has parsed each by recordedEventSchema and cut it to that; replayed-event.ts has their type.
   */
  events: z.string().max(2 * partLimits['events.jsonl']),
});
export type ReplayedBundle = Readonly<z.infer<typeof replayedBundleSchema>>;

/** What became of opening one. none: nothing was chosen, or nothing was handed in. */
export const bundleOpeningSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('refused'), name: z.string().max(255), fault: bundleFaultSchema }),
  z.object({ kind: z.literal('opened'), bundle: replayedBundleSchema }),
]);
export type BundleOpening = Readonly<z.infer<typeof bundleOpeningSchema>>;

/** A file that was dropped on the window comes in pieces, since no request may be that large: Base64, all but the last of `pieceLength`. */
export const pieceLength = 262_144;
const dropPieceInputSchema = z.strictObject({ first: z.boolean(), last: z.boolean(), name: z.string().max(255), piece: z.string().max(pieceLength) });

const pixels = z.int().min(0).max(10_000);
/** Where on the page something stands that a picture is taken of, in its pixels. */
const pictureInputSchema = z.strictObject({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) });
/** PNG in Base64; null where the window cannot be seen, so that none could be taken. */
const pictureSchema = z.object({
  png: z
    .string()
    .max(24 * 1024 * 1024)
    .nullable(),
});
/** The name of the report, in the window's language. */
const saveReportInputSchema = z.strictObject({ title: z.string().min(1).max(60) });

export const replayRequests = {
  /** Asks the person for a bundle, and reads it. */
  openFile: request(nothing, answer(bundleOpeningSchema)),
  /** Reads the one that was handed in at a start, once. */
  openGiven: request(nothing, answer(bundleOpeningSchema)),
  /** One piece of a bundle that was dropped on the window; none until the last. */
  drop: request(dropPieceInputSchema, answer(bundleOpeningSchema)),
  /** Takes a picture of what stands in the window, for the report. */
  takePicture: request(pictureInputSchema, answer(pictureSchema)),
  /** Saves what the window holds ready as paper. */
  saveReport: request(saveReportInputSchema, answer(paperOutcomeSchema)),
  /** Shows the report that was saved last in its folder. */
  showSaved: step,
} as const;
