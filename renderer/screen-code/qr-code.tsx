import { encodeQR } from 'qr';

/**
 * ISO/IEC 18004: a light margin of four modules, in the dark look, too, where cameras would not find it otherwise. Upper
 * case, figures and hyphens are the standard's alphanumeric mode: a full code fits the smallest symbol at level M.
 */
const margin = 4;

type Props = { readonly code: string /** What a screen reader says in the drawing's place. */; readonly name: string };

/** A QR code, drawn as one path of square modules. */
export function QrCode({ code, name }: Props) {
  const rows = encodeQR(code, 'raw', { ecc: 'medium', border: margin });
  const modules = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="qr-code" role="img" aria-label={name} viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges">
      <rect className="qr-light" width={rows.length} height={rows.length} />
      <path className="qr-dark" d={modules} />
    </svg>
  );
}
