import { commandFound } from '../components/commandFound.ts';
import { type CommandWord, findComponent } from '../components/readFlags.ts';
import { commandsOf } from '../components/shellWords.ts';
import type { ImportedFact } from '../found.ts';
import { field, list, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/** One container as `docker inspect` shows it: the program and its arguments. */
export function readDockerInspect(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const program = text(field(value, 'Path'));
  const own = program
    ? [program, ...texts(field(value, 'Args'))]
    : [...texts(field(value, 'Config', 'Entrypoint')), ...texts(field(value, 'Config', 'Cmd'))];
  return componentIn(own, place, object.placeOf([program ? 'Args' : 'Config']), text(field(value, 'Config', 'Image')));
}

/** The services of a compose file that start a component of Kubernetes. */
export function readCompose(object: ObjectAt): readonly ImportedFact[] {
  const services = field(object.value, 'services');
  if (typeof services !== 'object' || services === null) return [];
  return Object.entries(services).flatMap(([name, service]) => {
    const place = object.placeOf(['services', name]);
    const own = ['entrypoint', 'command'].flatMap((part) => texts(field(service, part)));
    return componentIn(own, place, object.placeOf(['services', name, 'command']), text(field(service, 'image')));
  });
}

/** A list of words, or one text that a shell would split. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return commandsOf(value)
      .flat()
      .map((word) => word.text);
  return list(value).flatMap((word) => text(word) ?? []);
}

function componentIn(
  texts: readonly string[],
  place: ObjectAt['place'],
  at: ObjectAt['place'],
  image = '',
): readonly ImportedFact[] {
  const words: readonly CommandWord[] = texts.map((word) => ({ text: word, line: at.line }));
  const found = findComponent(words);
  if (!found) return [];
  const version = found.component === 'kube-apiserver' ? (/:v?(1\.\d+)/.exec(image)?.[1] ?? null) : null;
  return commandFound({ file: place.file, lineAt: (line) => line }, found.component, found.words, { version });
}
