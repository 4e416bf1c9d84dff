/** Share links, project files and what is inside an exported picture. Loaded when needed. */
export const texts = {
  'sharing.title': 'Link and project',
  'sharing.link': 'Link',
  'sharing.link.what':
    'The whole model is in the part of the address after the “#”. Browsers never send that part to a server. But whoever has the link has the model.',
  'sharing.contains': 'What the link contains',
  'sharing.contains.counts':
    'Names and settings. Control-plane hosts: {{hosts}}, nodes: {{nodes}}, pods: {{pods}}, services: {{services}}, clients and further components: {{others}}.',
  'sharing.contains.examples': 'For example: {{names}}',
  'sharing.contains.files': 'Names of the files that the model was read from: {{count}}, the first is {{name}}.',
  'sharing.contains.remarks': 'Remarks: {{count}}.',
  'sharing.contains.no-secrets':
    'The model holds no passwords, keys or certificates, only the settings that name them.',
  'sharing.contains.pseudonyms': 'Names are replaced by pseudonyms, except those that Kubernetes itself gives.',
  'sharing.imported':
    'This model comes from files of a real cluster. Its names, addresses and host names can tell a stranger a lot. Replace them before you share it.',
  'sharing.pseudonyms': 'Replace names by pseudonyms',
  'sharing.pseudonyms.hint':
    'Names of nodes, pods, namespaces, services and files, labels, addresses and host names. Paths of files on the hosts stay. Your own model keeps its names.',
  'sharing.key': 'Download the key file',
  'sharing.key.hint':
    'The key file turns pseudonyms back into names. Keep it to yourself: dropped on the page, it restores them.',
  'sharing.remarks': 'Include remarks',
  'sharing.remarks.hint': 'What you wrote stays as you wrote it, with any names in it.',
  'sharing.view-only': 'For viewing only',
  'sharing.view-only.hint':
    'Nobody can change the linked model without making a copy first. This is a courtesy and no protection.',
  'sharing.selection': 'Include what is selected, where the attacker stands and the query',
  'sharing.selection.none': 'Nothing is selected or searched for at present.',
  'sharing.language': 'Language',
  'sharing.theme': 'Colors',
  'sharing.theirs': 'As the reader prefers',
  'sharing.english': 'English',
  'sharing.german': 'German',
  'sharing.light': 'Light',
  'sharing.dark': 'Dark',
  'sharing.address': 'Link',
  'sharing.length': '{{length}} characters',
  'sharing.length.of': '{{length}} of at most {{most}} characters',
  'sharing.copy': 'Copy link',
  'sharing.copied': 'Copied.',
  'sharing.copy-failed': 'The browser does not allow copying. Select the link and copy it with Ctrl+C.',
  'sharing.long':
    'The link is longer than {{limit}} characters. Browsers open it, but some chat and mail programs cut it. A file is safer.',
  'sharing.too-long':
    'The link would have {{length}} characters. Above {{limit}} hardly any program passes a link on whole. Save the model as a file and send that instead.',
  'sharing.far-too-long': 'The model is far too large for a link. Save it as a file and send that instead.',
  'sharing.save-instead': 'Save as a file instead',
  'sharing.local':
    'This page was opened from a disk. The link works for others only if they have the same file in the same place; send the project file otherwise.',
  'sharing.project': 'Project file',
  'sharing.project.what':
    'Everything about the model: names, settings with file and line, remarks, and where you have put frames. It can be read by people and compared line by line.',
  'sharing.project.size': '{{size}}, form {{version}}',
  'sharing.project.save': 'Save project',
  'sharing.project.open':
    'To open it, drop the file anywhere on the page, or press {{keys}}. An SVG picture that was exported with its model opens in the same way.',
  'sharing.project.saved': 'Saved as {{name}}.',
  'sharing.opened':
    'Opened {{file}}: {{nodes}} nodes, {{pods}} pods, {{services}} services. Undo brings the former model back.',
  'sharing.failed.project': '{{file}} was not opened.',
  'sharing.failed.picture': '{{file}} was not opened.',
  'sharing.failed.lesson': '{{file}} was not opened.',
  'sharing.failed.link': 'The model in this link was not opened.',
  'sharing.failed.stored': 'The model that this browser kept from your last visit was not opened.',
  'sharing.reason.foreign': 'It is not a project of mitmap.',
  'sharing.reason.no-lesson': 'It is not a lesson of mitmap.',
  'sharing.reason.no-model':
    'There is no model in it. Only SVG pictures that mitmap has exported together with their model can be opened.',
  'sharing.reason.damaged': 'It is damaged at {{place}}.',
  'sharing.reason.newer': 'A newer mitmap has made it: it needs form {{needs}}, which this one does not know.',
  'sharing.reason.truncated': 'Its end is missing.',
  'sharing.reason.too-large': 'It is larger than anything that mitmap opens ({{place}}).',
  'sharing.reason.contradictory':
    'It contradicts itself at {{place}}: an id stands there twice, or a pod runs on a node that does not exist.',
  'sharing.advice.project': 'Ask for the file once more, or look at the place in an editor.',
  'sharing.advice.lesson': 'Ask for the file once more, or mend the place in an editor.',
  'sharing.advice.picture': 'Ask for the picture once more, or for the project file.',
  'sharing.advice.link': 'Chat and mail programs may have cut it. Ask for the link once more, or for a project file.',
  'sharing.advice.stored': 'It stays in this browser until you change something here. Save it as a file to keep it.',
  'sharing.advice.newer': 'Open it with a newer version of mitmap.',
  'sharing.unchanged': 'Your own model is unchanged.',
  'sharing.save-stored': 'Save it as a file',
  'sharing.visit': 'A model from a link',
  'sharing.visit.editable':
    'You see {{name}}, a model from a link. Your own model is untouched. With your first change this one becomes yours, and yours goes to the recent ones on the start page.',
  'sharing.visit.view-only': 'You see {{name}}, a model from a link for viewing only. Your own model is untouched.',
  'sharing.visit.refused': 'This link is for viewing only. Make a copy to change it.',
  'sharing.visit.copy': 'Make a copy to edit',
  'sharing.visit.back': 'Back to my own model',
  'sharing.waiting': 'Replace your model?',
  'sharing.waiting.what':
    '{{file}} holds another model: {{nodes}} nodes, {{pods}} pods, {{services}} services. Your present model is not saved as a file. It would go to the recent ones on the start page, and undo brings it back.',
  'sharing.waiting.open': 'Open and replace',
  'sharing.waiting.keep': 'Keep mine',
} as const;
