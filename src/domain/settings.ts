/** Where a value comes from. `unknown` means that nothing we were given says anything about it. */
export type Origin = 'flag' | 'file' | 'object' | 'default' | 'user' | 'unknown';

/** A place in an input file; lines and columns count from 1. */
export type SourcePlace = { readonly file: string; readonly line: number; readonly column?: number };

/**
 * A value that somebody wrote down, as text, exactly as Kubernetes would read it; `default` where a distribution does,
 * `unknown` where the files contradict each other.
 */
export type ExplicitSetting = {
  readonly value: string;
  readonly origin: Origin;
  readonly source: SourcePlace | null;
  /** Values for the same setting that this one wins over, the nearest first. */
  readonly overruled?: readonly OverruledValue[];
};

/** A value that is written down and does not count, because another one comes later or stands higher. */
export type OverruledValue = {
  readonly value: string;
  readonly origin: Origin;
  readonly source: SourcePlace | null;
};

/** Values that lost and are kept; nobody repeats a flag more often by intent. */
const mostOverruled = 8;

/** A value that wins over others that were stated for the same setting. */
export function overruling(winner: ExplicitSetting, losers: readonly (ExplicitSetting | undefined)[]): ExplicitSetting {
  const overruled = losers.flatMap((one) => {
    if (!one) return [];
    const { overruled: deeper = [], value, origin, source } = one;
    return [{ value, origin, source }, ...deeper];
  });
  if (overruled.length === 0) return winner;
  return { ...winner, overruled: [...(winner.overruled ?? []), ...overruled].slice(0, mostOverruled) };
}

/**
 * How a component gets its settings, which decides what an absent key means.
 * - `flags`: the whole command line is known, so an absent flag has the built-in flag default.
 * - `config-file`: a kubelet with `--config`, so an absent field has the KubeletConfiguration default.
 * - `kubeadm`: kubeadm writes the command line, so an absent flag has what kubeadm writes, else the flag default.
 * - `documented`: the component as the Kubernetes documentation assumes it.
 * - `unknown`: we have not seen how it is started, so an absent key is unknown.
 */
export const configSources = ['flags', 'config-file', 'kubeadm', 'documented', 'unknown'] as const;
export type ConfigSource = (typeof configSources)[number];

export type ComponentConfig = {
  readonly form: ConfigSource;
  readonly explicitSettings: Readonly<Record<string, ExplicitSetting>>;
};

/** One setting after flag, file and default have been weighed. `value` is null when nothing is set. */
export type EffectiveSetting = {
  readonly value: string | null;
  readonly origin: Origin;
  readonly source: SourcePlace | null;
  /** Who sets a default, where it is not Kubernetes itself. */
  readonly basis?: DefaultBasis;
};

/**
 * Whose a default is: that of a configuration file, what kubeadm or a distribution is assumed to write, what the
 * documentation assumes, or what a credential file is assumed to hold.
 */
export type DefaultBasis = 'config-file' | 'kubeadm' | 'distribution' | 'documented' | 'credential-file';

/** Whether a value holds something that only a running system resolves. */
export function isVariable(value: string | null): boolean {
  return value !== null && /\$[({A-Za-z_]/.test(value);
}

export const unknownConfig: ComponentConfig = { form: 'unknown', explicitSettings: {} };

/** A configuration whose values were set by the user or a scenario. */
export function userConfig(form: ConfigSource, values: Readonly<Record<string, string>> = {}): ComponentConfig {
  return { form, explicitSettings: explicitAs('user', values) };
}

/** A configuration whose values are what a distribution documents, and nobody has looked at. */
export function assumedConfig(form: ConfigSource, values: Readonly<Record<string, string>> = {}): ComponentConfig {
  return { form, explicitSettings: explicitAs('default', values) };
}

function explicitAs(
  origin: 'user' | 'default',
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, ExplicitSetting>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, origin, source: null }]));
}
