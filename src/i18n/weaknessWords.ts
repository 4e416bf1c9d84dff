import type { VulnerabilityId } from '../catalog/vulnerabilities.ts';
import type { WeaknessTopic } from '../weaknesses/weakness.ts';

/** Vulnerabilities that no release closes: each has words for what to do. */
type WithoutFix = 'CVE-2020-8554' | 'CVE-2020-8561' | 'CVE-2020-8562' | 'CVE-2021-25740';

type Keys =
  | `weakness.${WeaknessTopic}.${'title' | 'what'}`
  | `weakness.${Exclude<WeaknessTopic, VulnerabilityId> | WithoutFix}.fix`;

/** What has to be said of each weakness, beside other texts of the same file. */
export type WeaknessWords = Readonly<Record<Keys, string>> & Readonly<Record<string, string>>;
