import regularCyrillic from '@fontsource/arimo/files/arimo-cyrillic-400-normal.woff?url';
import boldCyrillic from '@fontsource/arimo/files/arimo-cyrillic-700-normal.woff?url';
import regularGreek from '@fontsource/arimo/files/arimo-greek-400-normal.woff?url';
import boldGreek from '@fontsource/arimo/files/arimo-greek-700-normal.woff?url';
import regularLatin from '@fontsource/arimo/files/arimo-latin-400-normal.woff?url';
import boldLatin from '@fontsource/arimo/files/arimo-latin-700-normal.woff?url';
import regularLatinExtended from '@fontsource/arimo/files/arimo-latin-ext-400-normal.woff?url';
import boldLatinExtended from '@fontsource/arimo/files/arimo-latin-ext-700-normal.woff?url';
import monoLatin from '@fontsource/cousine/files/cousine-latin-400-normal.woff?url';
import { type FontSet, parseFont } from '../../export/picture/fonts.ts';

/** Arimo and Cousine, which have the widths of Helvetica and Courier. */
const files = {
  regular: [regularLatin, regularLatinExtended, regularCyrillic, regularGreek],
  bold: [boldLatin, boldLatinExtended, boldCyrillic, boldGreek],
  mono: [monoLatin],
} as const;

/** Loads the fonts that a picture may take with it. They are files of this page. */
export async function loadPictureFonts(): Promise<FontSet> {
  const [regular, bold, mono] = await Promise.all([files.regular, files.bold, files.mono].map(loadAll));
  return { regular: regular ?? [], bold: bold ?? [], mono: mono ?? [] };
}

async function loadAll(addresses: readonly string[]) {
  return Promise.all(addresses.map(async (address) => parseFont(await bytesOf(address))));
}

/** The page in one file has its fonts as data addresses, which its policy lets nobody fetch. */
async function bytesOf(address: string): Promise<ArrayBuffer> {
  const data = /^data:[^,]*;base64,(.*)$/.exec(address)?.[1];
  if (data === undefined) return (await fetch(address)).arrayBuffer();
  return Uint8Array.from(atob(data), (char) => char.charCodeAt(0)).buffer;
}
