import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** The icon of each system, drawn from one SVG. */

/** Windows takes pictures up to 256 from an .ico, and scales between them badly. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];

/** Types of an .icns, each with its size in pixels (Apple's "Icon Image Type Codes"; ic11 to ic14 are for Retina). */
const icnsTypes = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/** Sizes that desktops look for in hicolor. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/**
 * Draws icon.ico, icon.icns and icons/<size>x<size>.png.
 * @param {string} svgPath the drawing
 * @param {string} folder where they are written; made if it is missing
 */
export async function drawIcons(svgPath, folder) {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const svg = readFileSync(svgPath, 'utf8');
  /** @type {Map<number, Buffer>} */
  const drawn = new Map();
  const draw = (/** @type {number} */ size) => {
    const png = drawn.get(size) ?? Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng());
    drawn.set(size, png);
    return png;
  };
  mkdirSync(join(folder, 'icons'), { recursive: true });
  writeFileSync(join(folder, 'icon.ico'), ico(icoSizes.map((size) => ({ size, png: draw(size) }))));
  writeFileSync(join(folder, 'icon.icns'), icns(icnsTypes.map(([type, size]) => ({ type, png: draw(size) }))));
  for (const size of linuxSizes) writeFileSync(join(folder, 'icons', `${size}x${size}.png`), draw(size));
}

/**
 * Windows' icon file: a directory of 16 bytes a picture, then the pictures as PNG (since Windows Vista).
 * @param {readonly { readonly size: number, readonly png: Buffer }[]} pictures
 */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/**
 * macOS' icon file: blocks of type, length and PNG.
 * @param {readonly { readonly type: string, readonly png: Buffer }[]} pictures
 */
function icns(pictures) {
  const block = (/** @type {string} */ type, /** @type {Buffer} */ content) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + content.length, 4);
    return Buffer.concat([head, content]);
  };
  return block('icns', Buffer.concat(pictures.map(({ type, png }) => block(type, png))));
}
