import type { SettingComponent } from '../../catalog/settings.ts';
import type { ComponentConfig, ConfigSource } from '../../domain/settings.ts';
import type { ImportedFact, Target } from '../found.ts';
import type { CommandText } from './commandText.ts';
import { type CommandWord, isSecretFlag, openVariables, readFlags } from './readFlags.ts';

type Command = {
  readonly form?: ConfigSource;
  readonly environmentFiles?: readonly string[];
  readonly host?: string | null;
  readonly target?: Target;
  readonly version?: string | null;
  /** What is known of it beside its command line. */
  readonly added?: ComponentConfig['explicitSettings'];
  /** Whether a unit would start it, so that what runs counts for more. */
  readonly ofUnit?: boolean;
};

/** The component that a command line starts, with the variables that it leaves open, and the secrets that it shows. */
export function commandFound(
  { file, lineAt }: Pick<CommandText, 'file' | 'lineAt'>,
  component: SettingComponent,
  words: readonly CommandWord[],
  {
    form = 'flags',
    environmentFiles = [],
    host = null,
    version = null,
    added = {},
    target = null,
    ofUnit = false,
  }: Command = {},
): readonly ImportedFact[] {
  const placed = words.map((word) => ({ ...word, line: lineAt(word.line) }));
  const place = { file, line: placed.find((word) => (word.file ?? file) === file)?.line ?? lineAt(1) };
  const open = openVariables(placed);
  const explicitSettings = { ...readFlags(component, placed, file), ...added };
  // OpenShift keeps its arguments in a file that the command line only names.
  const isElsewhere = open.length > 0 || 'openshift-config' in explicitSettings;
  // With a file etcd ignores all its other flags.
  const isByFile = component === 'etcd' && Boolean(explicitSettings['config-file']?.value);
  const counting = isByFile
    ? Object.fromEntries(Object.entries(explicitSettings).filter(([key]) => key === 'config-file' || key in added))
    : explicitSettings;
  const config = { form: isElsewhere || isByFile ? 'unknown' : form, explicitSettings: counting } as const;
  const secrets = placed.filter(({ text }) => isSecretFlag(/^--?([\w-]+)=./.exec(text)?.[1] ?? ''));
  return [
    {
      type: 'component',
      found: {
        component,
        host,
        config,
        version,
        place,
        ...(target !== null && { target }),
        ...(ofUnit && { ofUnit }),
        ...(open.length > 0 && { open: open.map((name) => [name, ...environmentFiles].join(' ')) }),
      },
    },
    ...(secrets.length > 0 ? [{ type: 'dropped', what: 'token', count: secrets.length, place } as const] : []),
  ];
}
