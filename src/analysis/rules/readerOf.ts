import type { ComponentConfig } from '../../domain/settings.ts';
import type { Topology } from '../../domain/topology.ts';
import { createSettingsReader, type SettingsReader } from '../settingsReader.ts';

/** How a component of its own is read: somebody outside, or an extension. */
export function readerOf(
  topology: Topology,
  component: SettingsReader['component'],
  one: { readonly name: string; readonly settings: ComponentConfig },
): SettingsReader {
  return createSettingsReader(component, one.name, one.settings, topology.kubernetesVersion);
}
