import { z } from 'zod';
import { preflightSchema } from './preflight.ts';

/**
 * The support bundle: one zip that tells support the whole story. What is in it, what the window hands over for it, and
 * what it shows before anything is saved. Its format is a contract: support mode reads it.
 */

export const bundleFormat = 'kaitsu-support-bundle';
export const bundleVersion = 1;

/** The files in the zip, in their order; every one of them is there. Text, UTF-8, lines that end with a line feed. */
export const bundlePartNames = ['manifest.json', 'events.jsonl', 'preflight.json', 'environment.json', 'log.jsonl'] as const;
export type BundlePartName = (typeof bundlePartNames)[number];

/** How much may stand in a part, in bytes: what is older is left out, and counted in the manifest. */
export const bundleLimits = { days: 7, 'events.jsonl': 2 * 1024 * 1024, 'log.jsonl': 512 * 1024 } as const;

const count = z.int().min(0).max(10_000_000);
const short = z.string().max(100);

/** A part as the manifest knows it: its bytes and lines, and their SHA-256 in hexadecimal. */
const bundlePartSchema = z.object({
  name: z.enum(bundlePartNames).exclude(['manifest.json']),
  bytes: count,
  lines: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** manifest.json. leftOut: lines that are too old, or had no room. setAside: lines that were damaged, and stay on the PC. */
export const bundleManifestSchema = z.object({
  format: z.literal(bundleFormat),
  version: z.int().min(1).max(1_000),
  madeAt: z.iso.datetime(),
  program: short,
  by: z.enum(['window', 'command']),
  parts: z.array(bundlePartSchema).max(bundlePartNames.length),
  events: z.object({ leftOut: count, setAside: count }),
  log: z.object({ leftOut: count, setAside: count }),
});
export type BundleManifest = Readonly<z.infer<typeof bundleManifestSchema>>;

const pixels = z.number().min(0).max(100_000);

/** What the window alone knows. zoom: dots for each pixel of the page, the screen's own density included. */
export const windowFactsSchema = z.strictObject({
  screenCode: z.string().max(20),
  languages: z.array(z.string().max(40)).max(20),
  screen: z.strictObject({ width: pixels, height: pixels, colorDepth: z.int().min(0).max(100) }),
  window: z.strictObject({ width: pixels, height: pixels }),
  zoom: z.number().min(0).max(100),
  dark: z.boolean(),
  forcedColors: z.boolean(),
  reducedMotion: z.boolean(),
  /** The families that were loaded to draw the page. */
  fonts: z.array(z.string().max(100)).max(60),
});
export type WindowFacts = Readonly<z.infer<typeof windowFactsSchema>>;

/** preflight.json: the eight checks, as the window shows them; null where no place is open, or they could not be run. */
export const bundlePreflightSchema = preflightSchema.nullable();

/** What a certificate says of itself. Of those of this contract alone. */
const certificateMetadataSchema = z.object({
  subject: z.string().max(1_000),
  issuer: z.string().max(1_000),
  serial: z.string().max(200),
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
  store: z.enum(['nss', 'windows', 'macos']),
});

/** environment.json */
export const bundleEnvironmentSchema = z.object({
  program: short,
  os: z.object({ family: z.enum(['windows', 'macos', 'linux', 'other']), name: z.string().max(200), release: short, architecture: short }),
  versions: z.object({ node: short, electron: short.nullable(), chrome: short.nullable(), openssl: short.nullable() }),
  locale: short,
  timeZone: short,
  /** How the bank is reached; null where it is not known. */
  proxy: z.enum(['direct', 'http', 'https', 'socks5']).nullable(),
  /** How far this PC's clock was ahead of the bank's at the last answer, in seconds (negative: behind); null without one. */
  clockAheadSeconds: z.int().nullable(),
  /** What the preflight found; null where it was not run. */
  keychain: short.nullable(),
  certificateStore: short.nullable(),
  /** null: no place is open, or it could not be looked for. */
  certificates: z.array(certificateMetadataSchema).max(20).nullable(),
  /** null: made without a window. */
  window: windowFactsSchema.nullable(),
});
export type BundleEnvironment = Readonly<z.infer<typeof bundleEnvironmentSchema>>;

/** Every line that leaves the PC, by file. sealed: the bank's key is known, and it alone can open the file. */
export const bundlePreviewSchema = z.object({
  parts: z.array(z.object({ name: z.enum(bundlePartNames), text: z.string().max(4 * 1024 * 1024) })).max(bundlePartNames.length),
  /** Of the file that is saved. */
  bytes: count,
  sealed: z.boolean(),
});
export type BundlePreview = Readonly<z.infer<typeof bundlePreviewSchema>>;

/** What is published of it. */
export const bundleSchema = z.object({
  /** Whether it is on the screen. */
  open: z.boolean(),
  /** Name (without its folder) of the file that was saved last since the program started. */
  savedAs: z.string().nullable(),
});
export type BundleState = Readonly<z.infer<typeof bundleSchema>>;

/** The name of the file, in the window's language. */
export const saveBundleInputSchema = z.strictObject({ title: z.string().min(1).max(60) });
