export const skipped: readonly string[];
export function drawings(svg: string): readonly (readonly [string, Buffer])[];
export function texts(svg: string): readonly (readonly [string, string])[];
