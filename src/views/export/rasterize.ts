/** The largest side of a canvas that every browser can draw. */
const largestSide = 16_384;

/** The size in CSS pixels of an SVG, as a browser shows it. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** Whether a picture so many times its size is one that a browser can draw. */
export function canRasterize(svg: string, scale: number): boolean {
  const { width, height } = sizeOf(svg);
  return Math.max(width, height) * scale <= largestSide && width * height * scale * scale <= 120_000_000;
}

/** An SVG as PNG, `scale` times as large. @throws an Error where the browser cannot draw it */
export async function rasterize(svg: string, scale: number): Promise<Blob> {
  const { width, height } = sizeOf(svg);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the browser made no PNG of the canvas');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
